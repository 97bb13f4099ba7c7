package main

import (
	"context"
	"flag"
	"time"

	"k8s.io/client-go/informers"
	"k8s.io/client-go/kubernetes"
	"k8s.io/client-go/metadata"
	"k8s.io/client-go/tools/clientcmd"
	"k8s.io/client-go/util/keyutil"
	"k8s.io/klog/v2"
	"k8s.io/kubernetes/pkg/controller/clusterroleaggregation"
	"k8s.io/kubernetes/pkg/controller/namespace"
	accounts "k8s.io/kubernetes/pkg/controller/serviceaccount"
	"k8s.io/kubernetes/pkg/serviceaccount"

	core "k8s.io/api/core/v1"
)

// What kube-controller-manager does for identities: it fills aggregated ClusterRoles, makes the service account `default` of
// each namespace and the tokens of Secrets that ask for one, and empties namespaces that are deleted.
func runControllers(arguments []string) {
	flags := flag.NewFlagSet("controllers", flag.ExitOnError)
	kubeconfig := flags.String("kubeconfig", "", "how to reach the API server")
	issuer := flags.String("service-account-issuer", "", "the issuer of tokens")
	keyFile := flags.String("service-account-private-key-file", "", "what tokens are signed with")
	_ = flags.Parse(arguments)

	ctx := context.Background()
	logger := klog.FromContext(ctx)
	config := must(clientcmd.BuildConfigFromFlags("", *kubeconfig))
	config.QPS = 200
	config.Burst = 400
	client := kubernetes.NewForConfigOrDie(config)
	for client.Discovery().RESTClient().Get().AbsPath("/readyz").Do(ctx).Error() != nil {
		time.Sleep(50 * time.Millisecond)
	}
	shared := informers.NewSharedInformerFactory(client, 0)
	rbac, v1 := shared.Rbac().V1(), shared.Core().V1()

	aggregation := clusterroleaggregation.NewClusterRoleAggregation(rbac.ClusterRoles(), client.RbacV1())
	defaults := must(accounts.NewServiceAccountsController(
		logger, v1.ServiceAccounts(), v1.Namespaces(), client, accounts.DefaultServiceAccountsControllerOptions()))
	key := must(keyutil.PrivateKeyFromFile(*keyFile))
	generator := must(serviceaccount.JWTTokenGenerator(*issuer, key))
	tokens := must(accounts.NewTokensController(
		logger, v1.ServiceAccounts(), v1.Secrets(), client, accounts.TokensControllerOptions{TokenGenerator: generator}))
	namespaces := namespace.NewNamespaceController(
		ctx, client, metadata.NewForConfigOrDie(config), client.Discovery().ServerPreferredNamespacedResources,
		v1.Namespaces(), 0, core.FinalizerKubernetes)

	shared.Start(ctx.Done())
	go aggregation.Run(ctx, 2)
	go defaults.Run(ctx, 1)
	go tokens.Run(ctx, 2)
	namespaces.Run(ctx, 2)
}

func must[T any](value T, err error) T {
	if err != nil {
		klog.Fatal(err)
	}
	return value
}

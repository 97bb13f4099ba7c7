// src/providers/kubernetes/codes.ts
const PAGE = "the page on Kubernetes";
const PRINT_AGAIN = "Store what `kubectl config view --minify --flatten --raw` prints, with a token or a client certificate.";
/** Reaching and reading a cluster. */
const READING = {
	title: "Kubernetes: reaching and reading",
	intro: "Messages never repeat a value of the kubeconfig.",
	shows: [
		"plan",
		"gate",
		"apply",
		"CLI"
	],
	codes: {
		"kubeconfig-malformed": {
			meaning: "The connection is no kubeconfig with a current context, a server and a login.",
			next: PRINT_AGAIN
		},
		"kubeconfig-executes": {
			meaning: "The kubeconfig gets its login from a program, and planning executes nothing.",
			next: "Give it a kubeconfig with a token or a client certificate."
		},
		"kubeconfig-unsupported": {
			meaning: "The kubeconfig names files, turns off TLS verification, has a login for an address without encryption, or uses something else that is not supported.",
			next: PRINT_AGAIN
		},
		"in-cluster-unavailable": {
			meaning: "The connection is `in-cluster`, and the job does not run in a pod with a ServiceAccount token.",
			next: "Run it in the cluster, or store a kubeconfig."
		},
		"cluster-login-refused": {
			meaning: "The API server refused the login.",
			next: "Renew the token or the certificate of the kubeconfig."
		},
		"cluster-read-denied": {
			meaning: "The login may not read what the message names. Nothing of the source is taken for read.",
			next: `Give the reader what ${PAGE} gives it, or narrow the boundary.`
		},
		"cluster-certificate": {
			meaning: "The server has no certificate that the kubeconfig trusts, or one for another name.",
			next: "Print the kubeconfig again; check its server and `tls-server-name`."
		},
		"list-never-ends": {
			meaning: "The tokens of a list kept expiring, or it has more objects than are read.",
			next: "Run again when the API server has less to do, or narrow the boundary."
		},
		"answer-too-large": {
			meaning: "One answer of the API server is larger than what is read at once.",
			next: "Narrow the boundary to fewer namespaces."
		},
		"kubernetes-facts-malformed": {
			meaning: "A kept live state is not one of Kubernetes.",
			next: "Read the source again with this version of Countersign."
		},
		"kubernetes-malformed": {
			meaning: "The answer is not one of a Kubernetes API server.",
			next: "Check the server of the kubeconfig; report it if it is one."
		}
	}
};
const DOCUMENTS = {
	title: "Kubernetes: documents",
	intro: "What a document says that the API server would refuse, or that means nothing.",
	shows: ["configuration"],
	codes: {
		"rule-malformed": {
			meaning: "A rule of a role is not one that the API server takes.",
			next: "Write verbs with API groups and resources, or in a ClusterRole with paths that are none."
		},
		"verb-unknown": {
			meaning: "A rule names a verb that no request to the API of Kubernetes has, so that it may allow nothing.",
			next: "Correct it, or leave it where something else asks for it."
		},
		"resource-unknown": {
			meaning: "A rule names a resource that Kubernetes does not have in its own groups, or a group or resource that no cluster can have, so that it may allow nothing.",
			next: "Correct it, or leave it where the cluster has more than Kubernetes 1.35."
		},
		"rules-too-large": {
			meaning: "The rules of a role allow too much to compare it one by one.",
			next: "Write wildcards for what is meant as a whole, or split the role.",
			shows: ["configuration", "plan"]
		},
		"rules-of-an-aggregate": {
			meaning: "A ClusterRole has both rules and an aggregationRule.",
			next: "Put the rules into a ClusterRole that the selectors select."
		},
		"selector-malformed": {
			meaning: "A selector of an aggregated ClusterRole is not one that the API server takes.",
			next: "Name a label that an object can have; write values for `In` and `NotIn`, and for nothing else."
		},
		"role-in-two-places": {
			meaning: "An entry of `roles` says both `everywhere` and a namespace.",
			next: "Write two entries, or take one of the two away."
		},
		"cloud-identity-unlikely": {
			meaning: "An annotation that names an identity of a cloud provider has a value that none is called.",
			next: "Correct it: the role of AWS by its ARN, the service account of Google by its e-mail address, the application of Azure by its id."
		},
		"annotations-too-large": {
			meaning: "The annotations of a ServiceAccount have more than the 256 KiB that Kubernetes takes of one object.",
			next: "Keep large text elsewhere, such as in a ConfigMap."
		},
		"annotation-not-modelled": {
			meaning: "An annotation is a note of kubectl or Countersign.",
			next: "Leave it out."
		}
	}
};
const MANIFESTS = {
	title: "Kubernetes: plain manifests",
	intro: "What ordinary manifests say that cannot be taken as it is. What is about other things than identities never matters.",
	shows: ["configuration"],
	codes: {
		"manifest-malformed": {
			meaning: "A manifest of a ServiceAccount, role or binding is not one that a cluster takes.",
			next: "Correct what the message names. Until then none of the manifests of its source is planned."
		},
		"manifest-namespace-missing": {
			meaning: "A manifest, or a subject of a ClusterRoleBinding, leaves it to whoever applies it in which namespace it is.",
			next: "Write the namespace."
		},
		"manifest-declared-twice": {
			meaning: "Two bindings of one name in one place say different things; kubectl would let the last one win.",
			next: "Remove one of them, or give it another name."
		},
		"manifest-account-undeclared": {
			meaning: "A binding names a ServiceAccount of the boundary that no manifest declares, so that nobody would bind it.",
			next: "Add a manifest of the ServiceAccount, or take it out of the binding."
		},
		"manifest-subject-unmanaged": {
			meaning: "A binding names a user, a group, or a ServiceAccount outside of the boundary, which are left as they are.",
			next: "Nothing, as long as something else binds them."
		},
		"manifest-excluded": {
			meaning: "The boundary of the source excludes what a manifest declares by its name, so that it is left as it is.",
			next: "Nothing. To manage it, let `exclude` name less in a pull request of its own."
		},
		"manifest-annotation-unread": {
			meaning: "A binding has an annotation of Countersign. A binding has no owner of its own: whoever answers for the ServiceAccounts that it names is asked.",
			next: "Write it into the manifest of the ServiceAccount, or leave it out."
		},
		"manifest-not-modelled": {
			meaning: "A manifest says which Secrets the pods of a ServiceAccount may mount, which is not managed.",
			next: "Leave `secrets` out, unless another tool reads it."
		},
		"manifest-passed-over": {
			meaning: "Among the manifests are some of other kinds, which are left alone.",
			next: "Nothing. Narrower globs leave them out."
		}
	}
};
const PLANNING = {
	title: "Kubernetes: what a plan says",
	intro: "Reasons why a change is blocked, and what cannot be undone.",
	shows: ["plan", "gate"],
	codes: {
		"place-outside-boundary": {
			meaning: "A role is to be bound in a namespace, or everywhere, which the source does not manage.",
			next: "Widen the boundary in a pull request of its own, or correct the document."
		},
		"binding-managed-elsewhere": {
			meaning: "A binding that another tool manages would lose or get a ServiceAccount, and that tool would write it again.",
			next: "Change the binding in that tool. At the apply: its mark came after the plan.",
			shows: [
				"plan",
				"gate",
				"apply"
			]
		},
		"bound-before-creation": {
			meaning: "Bindings name a ServiceAccount that does not exist yet, and give it roles that its document does not.",
			next: "Take it out of those bindings, or declare the roles."
		},
		"cluster-name-invalid": {
			meaning: "The API server takes no object of this name.",
			next: "Write a name as the message says. Another name is another identity."
		},
		"bound-role-missing": {
			meaning: "A ServiceAccount is to be bound to a role that does not exist, and would get whatever somebody makes under that name.",
			next: "Declare the role in the same pull request, or correct the name."
		},
		"kubernetes-namespace-missing": {
			meaning: "A ServiceAccount or a Role is to be made, or a role to be bound, in a namespace that does not exist or is being deleted.",
			next: "Correct the name, or make the namespace first; then plan again."
		},
		"role-changes-nature": {
			meaning: "A ClusterRole is to become an aggregated one, or to be one no longer, in a source that only adds.",
			next: "Declare another ClusterRole, or make the source authoritative."
		},
		"role-still-bound": {
			meaning: "Others would lose the access of a role that is to be deleted or disabled, within the boundary or outside of it.",
			next: "Unbind them in this pull request or before it."
		},
		"role-holders-unread": {
			meaning: "A ClusterRole is to be deleted or disabled, and the login may not look for those who hold it outside of the boundary.",
			next: "Let the reader list `rolebindings` in every namespace, or let the base document say `onRemove: forget`. At the apply: let the applier list them, too.",
			shows: [
				"plan",
				"gate",
				"apply"
			]
		},
		"service-account-deleted": {
			meaning: "A ServiceAccount is deleted: its tokens end, and one of the same name has another uid.",
			next: "Prefer `onRemove: disable`, unless it shall be gone for good."
		}
	}
};
const WRITING = {
	title: "Kubernetes: writing",
	intro: "What the API server answered to a step.",
	shows: ["apply"],
	codes: {
		"cluster-write-denied": {
			meaning: "The writer may not do what the step needs, such as grant what it does not hold itself.",
			next: `Give it what ${PAGE} gives the applier.`
		},
		"cluster-write-refused": {
			meaning: "The API server found the step not valid, or something that it needs is missing.",
			next: "Change the document, or make what is missing; then plan again."
		},
		"cluster-write-unanswered": {
			meaning: "The answer to a write did not come, so it may or may not have happened.",
			next: "The next run reads what is there, and never repeats blindly."
		},
		"cluster-write-unseen": {
			meaning: "A write was taken, and what it left could not be read.",
			next: "The next run reads what is there, and never repeats blindly."
		},
		"cluster-connection-lost": {
			meaning: "The connection could not be made, or broke before anything was written.",
			next: "The next run reads what is there and continues."
		},
		"cluster-busy": {
			meaning: "The API server had no room for the write.",
			next: "Run the apply again when it has less to do."
		},
		"cluster-contended": {
			meaning: "Somebody else kept changing the object between its judgement and its write.",
			next: "Find out what keeps changing it; the next run judges it again."
		},
		"binding-name-taken": {
			meaning: "A binding of another role has the name that a new one would get.",
			next: "Delete or rename that binding."
		}
	}
};
const KUBERNETES_CODES = [
	READING,
	DOCUMENTS,
	MANIFESTS,
	PLANNING,
	WRITING
];

export { KUBERNETES_CODES };
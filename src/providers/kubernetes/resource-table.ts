/**
 * Resources and subresources of the groups that Kubernetes 1.35 has by itself, by group. Sources: `api/discovery` of its repository; its
 * built-in ClusterRoles; what the kubelet, impersonation and signers are asked about. `podsecuritypolicies` are of the past.
 */
const NAMES = {
  '': `
    bindings componentstatuses configmaps endpoints endpoints/restricted events groups limitranges namespaces
    namespaces/finalize namespaces/status nodes nodes/checkpoint nodes/configz nodes/healthz nodes/log nodes/metrics
    nodes/pods nodes/proxy nodes/stats nodes/status nodes/statusz persistentvolumeclaims persistentvolumeclaims/status
    persistentvolumes persistentvolumes/status pods pods/attach pods/binding pods/ephemeralcontainers pods/eviction
    pods/exec pods/log pods/portforward pods/proxy pods/resize pods/status podtemplates replicationcontrollers
    replicationcontrollers/scale replicationcontrollers/status resourcequotas resourcequotas/status secrets
    serviceaccounts serviceaccounts/token services services/proxy services/status users`,
  'admissionregistration.k8s.io': `
    mutatingadmissionpolicies mutatingadmissionpolicybindings mutatingwebhookconfigurations validatingadmissionpolicies
    validatingadmissionpolicies/status validatingadmissionpolicybindings validatingwebhookconfigurations`,
  'apiextensions.k8s.io': 'customresourcedefinitions customresourcedefinitions/status',
  'apiregistration.k8s.io': 'apiservices apiservices/status',
  apps: `
    controllerrevisions daemonsets daemonsets/status deployments deployments/rollback deployments/scale
    deployments/status replicasets replicasets/scale replicasets/status statefulsets statefulsets/scale
    statefulsets/status`,
  'authentication.k8s.io': 'selfsubjectreviews tokenreviews uids userextras',
  'authorization.k8s.io':
    'localsubjectaccessreviews selfsubjectaccessreviews selfsubjectrulesreviews subjectaccessreviews',
  autoscaling: 'horizontalpodautoscalers horizontalpodautoscalers/status',
  batch: 'cronjobs cronjobs/status jobs jobs/status',
  'certificates.k8s.io': `
    certificatesigningrequests certificatesigningrequests/approval certificatesigningrequests/nodeclient
    certificatesigningrequests/selfnodeclient certificatesigningrequests/status clustertrustbundles
    podcertificaterequests podcertificaterequests/status signers`,
  'coordination.k8s.io': 'leasecandidates leases',
  'discovery.k8s.io': 'endpointslices',
  'events.k8s.io': 'events',
  'flowcontrol.apiserver.k8s.io':
    'flowschemas flowschemas/status prioritylevelconfigurations prioritylevelconfigurations/status',
  'internal.apiserver.k8s.io': 'storageversions storageversions/status',
  'networking.k8s.io': `
    ingressclasses ingresses ingresses/status ipaddresses networkpolicies servicecidrs servicecidrs/status`,
  'node.k8s.io': 'runtimeclasses',
  policy: 'poddisruptionbudgets poddisruptionbudgets/status podsecuritypolicies',
  'rbac.authorization.k8s.io': 'clusterrolebindings clusterroles rolebindings roles',
  'resource.k8s.io': `
    deviceclasses devicetaintrules devicetaintrules/status resourceclaims resourceclaims/status resourceclaimtemplates
    resourceslices`,
  'scheduling.k8s.io': 'priorityclasses workloads',
  'storage.k8s.io': `
    csidrivers csinodes csistoragecapacities storageclasses volumeattachments volumeattachments/status
    volumeattributesclasses`,
  'storagemigration.k8s.io': 'storageversionmigrations storageversionmigrations/status',
} as const;

export const BUILT_IN: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries(NAMES).map(([group, names]) => [group, names.trim().split(/\s+/u)]),
);

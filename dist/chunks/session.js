import { o as __toESM } from "./rolldown-runtime.js";
import { a as within, t as CountersignError } from "./errors.js";
import { t as isJsonObject } from "./json.js";
import { t as parseJson } from "./parse-json.js";
import { n as formatAddress, t as compareText } from "./address.js";
import { n as escapePointer } from "./leaves.js";
import { n as suggest, t as didYouMean } from "./suggest.js";
import { i as quoted } from "./text.js";
import { n as withArticle, t as secretShape } from "./secret-shape.js";
import { t as fits } from "./star.js";

// src/providers/aws/policy/glob.ts
/**
* Patterns of policies: `*` is any characters, `?` is one. A policy variable such as `${aws:username}` is one token,
* of which nothing is known but its name; `${*}`, `${?}` and `${$}` are the characters themselves.
*/
/** `*`, `?`, and `$`, with which a variable begins. */
const WILD = /* @__PURE__ */ new Set([
	42,
	63,
	36
]);
const TOKENS = /\$\{[^{}]*\}|[^]/gu;
/** Characters of two patterns, times this: as much as is tried to fit the one to the other. */
const TRIES = 16;
/** As many tokens as there are characters and variables. */
function tokensOf(text) {
	return isPlain(text) ? text : text.match(TOKENS) ?? [];
}
/** Without variables and characters of two code units, a text is its own list of tokens. */
function isPlain(text) {
	return !text.includes("${") && !/[\uD800-\uDFFF]/.test(text);
}
/** Several wildcards in a row in one order: `?` first, then at most one `*`. */
function collapsed(pattern) {
	return pattern.replace(/[*?]{2,}/gu, (run) => "?".repeat(run.split("?").length - 1) + (run.includes("*") ? "*" : ""));
}
function hasWildcard(text) {
	const plain = text.includes("${") ? text.replace(/\$\{[^{}]*\}/gu, "") : text;
	return plain.includes("*") || plain.includes("?");
}
/** Stretches of a pattern without variables. */
function literalsOf(pattern) {
	return (pattern.match(/[*?]|[^*?]+/gu) ?? []).map((text) => ({
		text,
		wild: text === "*" || text === "?"
	}));
}
/** Whether a text without wildcards fits. */
function fitsPattern(pattern, text) {
	return mayBegin(pattern, text) && includes(tokensOf(pattern), tokensOf(text), Number.POSITIVE_INFINITY);
}
/**
* Whether everything that fits `part` fits `whole`, too. Never true where it is not so; may miss it where only several
* stars together tell, or very many tries.
*/
function coversPattern(whole, part) {
	if (whole === part || whole === "*") return true;
	if (!mayBegin(whole, part) || !hasWildcard(whole)) return false;
	return includes(tokensOf(whole), tokensOf(part), TRIES * (whole.length + part.length));
}
/** Most pairs differ in what stands before the first wildcard, and are told so without taking either apart. Case is not looked at. */
function mayBegin(whole, part) {
	for (let at = 0; at < whole.length; at += 1) {
		const code = whole.charCodeAt(at);
		if (WILD.has(code)) return true;
		if ((code | 32) !== (part.charCodeAt(at) | 32)) return false;
	}
	return whole.length === part.length;
}
/** A star of the whole takes anything, a question mark one character or question mark, and all else only itself. */
function includes(whole, part, tries) {
	let [at, from, star, taken, left] = [
		0,
		0,
		-1,
		0,
		tries
	];
	while (from < part.length) {
		left -= 1;
		if (left < 0) return false;
		const want = whole[at];
		const token = part[from] ?? "";
		if (want === "*") {
			star = at;
			taken = from;
			at += 1;
		} else if (want !== void 0 && (want === token || want === "?" && isOneCharacter(token))) {
			at += 1;
			from += 1;
		} else if (star >= 0) {
			taken += 1;
			at = star + 1;
			from = taken;
		} else return false;
	}
	while (whole[at] === "*") at += 1;
	return at === whole.length;
}
function isOneCharacter(token) {
	return token !== "*" && (!token.startsWith("${") || [
		"${*}",
		"${?}",
		"${$}"
	].includes(token));
}
/**
* The same for ARNs, part by part: a star at the end of a part may reach beyond its colon, and one within it does not, so that
* only what holds for each part by itself is certain.
*/
function coversArn(whole, part) {
	if (whole === part || whole === "*") return true;
	if (!coversPattern(whole, part)) return false;
	const [wide, narrow] = [partsOf(whole), partsOf(part)];
	return wide.length === 6 && narrow.length === 6 && wide.every((piece, index) => coversPattern(piece, narrow[index] ?? ""));
}
/** Up to six parts: the last has every further colon. */
function partsOf(arn) {
	if (!arn.includes("${")) {
		const all = arn.split(":");
		return all.length <= 6 ? all : [...all.slice(0, 5), all.slice(5).join(":")];
	}
	const parts = [""];
	for (const token of arn.match(TOKENS) ?? []) if (token === ":" && parts.length < 6) parts.push("");
	else parts.push((parts.pop() ?? "") + token);
	return parts;
}

// src/providers/aws/normal-form/model.ts
const ROLE_KIND = "AwsIamRole";
const USER_KIND = "AwsIamUser";
const POLICY_KIND = "AwsIamPolicy";
const OIDC_KIND = "AwsOidcProvider";
/** Facts that this provider read, with their types. */
function userFacts(facts) {
	return facts;
}
function managedPolicyFacts(facts) {
	return facts;
}
/** Attributes that this provider wrote, with their types. */
function awsAttributes(attributes) {
	return attributes;
}
function awsFacts(facts) {
	const { account, partition, attachedQuota, trustQuota } = facts;
	return {
		account: typeof account === "string" ? account : "",
		partition: typeof partition === "string" ? partition : "aws",
		attachedQuota: typeof attachedQuota === "number" ? attachedQuota : 10,
		trustQuota: typeof trustQuota === "number" ? trustQuota : 2048
	};
}
/** Tags that are no part of the normal form: AWS's own, and the mark of a creation. */
function isReservedTag(key) {
	return /^(?:aws|countersign):/iu.test(key);
}
/** Paths of what AWS makes for itself: never read as an identity, never written. */
function isReservedPath(path) {
	return path.startsWith("/aws-service-role/") || path.startsWith("/aws-reserved/");
}

// src/providers/aws/policy/problem.ts
/** Characters of what is cited. */
const CITED = 120;
function malformed$1(message, evidence, mend) {
	return new CountersignError("aws-policy-malformed", message, {
		evidence: evidence.slice(0, CITED),
		mend
	});
}
/** What would be lost, and so is refused. @param mend never to take it out: what is misspelt was meant */
function unsupported(message, evidence, mend) {
	return new CountersignError("aws-policy-unsupported", message, {
		evidence: evidence.slice(0, CITED),
		mend
	});
}
function tooLarge(message, evidence) {
	return new CountersignError("aws-policy-too-large", message, {
		evidence,
		mend: "Split the policy."
	});
}

// src/providers/aws/access/actions.json
var actions = {
	"a2c": {
		"R": "GetContainerizationJobDetails GetDeploymentJobDetails",
		"W": "StartContainerizationJob StartDeploymentJob"
	},
	"a4b": {
		"L": "ListBusinessReportSchedules ListConferenceProviders ListDeviceEvents ListGatewayGroups ListGateways ListSkills ListSkillsStoreCategories ListSkillsStoreSkillsByCategory ListSmartHomeAppliances SearchAddressBooks SearchContacts SearchDevices SearchNetworkProfiles SearchProfiles SearchRooms SearchSkillGroups SearchUsers",
		"R": "GetAddressBook GetConferencePreference GetConferenceProvider GetContact GetDevice GetGateway GetGatewayGroup GetInvitationConfiguration GetNetworkProfile GetProfile GetRoom GetRoomSkillParameter GetSkillGroup ListTags ResolveRoom StartSmartHomeApplianceDiscovery",
		"T": "TagResource UntagResource",
		"W": "ApproveSkill AssociateContactWithAddressBook AssociateDeviceWithNetworkProfile AssociateDeviceWithRoom AssociateSkillGroupWithRoom AssociateSkillWithSkillGroup AssociateSkillWithUsers CompleteRegistration CreateAddressBook CreateBusinessReportSchedule CreateConferenceProvider CreateContact CreateGatewayGroup CreateNetworkProfile CreateProfile CreateRoom CreateSkillGroup CreateUser DeleteAddressBook DeleteBusinessReportSchedule DeleteConferenceProvider DeleteContact DeleteDevice DeleteDeviceUsageData DeleteGatewayGroup DeleteNetworkProfile DeleteProfile DeleteRoom DeleteRoomSkillParameter DeleteSkillAuthorization DeleteSkillGroup DeleteUser DisassociateContactFromAddressBook DisassociateDeviceFromRoom DisassociateSkillFromSkillGroup DisassociateSkillFromUsers DisassociateSkillGroupFromRoom ForgetSmartHomeAppliances PutConferencePreference PutDeviceSetupEvents PutInvitationConfiguration PutRoomSkillParameter PutSkillAuthorization RegisterAVSDevice RegisterDevice RejectSkill RevokeInvitation SendAnnouncement SendInvitation StartDeviceSync UpdateAddressBook UpdateBusinessReportSchedule UpdateConferenceProvider UpdateContact UpdateDevice UpdateGateway UpdateGatewayGroup UpdateNetworkProfile UpdateProfile UpdateRoom UpdateSkillGroup"
	},
	"access-analyzer": {
		"L": "ListAccessPreviews ListAnalyzers ListArchiveRules",
		"R": "CheckAccessNotGranted CheckNoNewAccess CheckNoPublicAccess GetAccessPreview GetAnalyzedResource GetAnalyzer GetArchiveRule GetFinding GetFindingRecommendation GetFindingsStatistics GetGeneratedPolicy ListAccessPreviewFindings ListAnalyzedResources ListFindings ListPolicyGenerations ListTagsForResource ValidatePolicy",
		"T": "TagResource UntagResource",
		"W": "ApplyArchiveRule CancelPolicyGeneration CreateAccessPreview CreateAnalyzer CreateArchiveRule CreateServiceLinkedAnalyzer DeleteAnalyzer DeleteArchiveRule DeleteServiceLinkedAnalyzer GenerateFindingRecommendation StartPolicyGeneration StartResourceScan UpdateAnalyzer UpdateArchiveRule UpdateFindings"
	},
	"account": {
		"L": "ListRegions",
		"R": "GetAccountInformation GetAlternateContact GetContactInformation GetGovCloudAccountInformation GetPrimaryEmail GetPrimaryEmailUpdateStatus GetRegionOptStatus",
		"W": "AcceptPrimaryEmailUpdate CloseAccount DeleteAlternateContact DisableRegion EnableRegion PutAccountName PutAlternateContact PutContactInformation StartPrimaryEmailUpdate"
	},
	"account-access": {
		"L": "ListApplications ListEntitlements",
		"R": "GetApplication GetEntitlement ListTagsForResource",
		"T": "TagResource UntagResource",
		"W": "CreateApplication CreateEntitlement DeleteApplication DeleteEntitlement"
	},
	"acm": {
		"L": "ListAcmeAccounts ListAcmeDomainValidations ListAcmeEndpoints ListAcmeExternalAccountBindings ListCertificateDomainValidations ListCertificates SearchCertificates",
		"R": "DescribeAcmeAccount DescribeAcmeDomainValidation DescribeAcmeEndpoint DescribeAcmeExternalAccountBinding DescribeCertificate ExportCertificate GetAccountConfiguration GetAcmeExternalAccountBindingCredentials GetCertificate ListTagsForCertificate ListTagsForResource",
		"T": "AddTagsToCertificate RemoveTagsFromCertificate TagResource UntagResource",
		"W": "CreateAcmeDomainValidation CreateAcmeEndpoint CreateAcmeExternalAccountBinding DeleteAcmeDomainValidation DeleteAcmeEndpoint DeleteAcmeExternalAccountBinding DeleteCertificate ImportCertificate PutAccountConfiguration RenewCertificate RequestCertificate ResendValidationEmail RevokeAcmeAccount RevokeAcmeExternalAccountBinding RevokeCertificate UpdateAcmeDomainValidation UpdateAcmeEndpoint UpdateCertificate UpdateCertificateOptions"
	},
	"acm-pca": {
		"L": "ListCertificateAuthorities",
		"P": "CreatePermission DeletePermission DeletePolicy PutPolicy",
		"R": "DescribeCertificateAuthority DescribeCertificateAuthorityAuditReport GetCertificate GetCertificateAuthorityCertificate GetCertificateAuthorityCsr GetPolicy ListPermissions ListTags",
		"T": "TagCertificateAuthority UntagCertificateAuthority",
		"W": "CreateCertificateAuthority CreateCertificateAuthorityAuditReport DeleteCertificateAuthority ImportCertificateAuthorityCertificate IssueCertificate RestoreCertificateAuthority RevokeCertificate UpdateCertificateAuthority"
	},
	"aco-automation": {
		"L": "ListAccounts ListAutomationEventSteps ListAutomationEventSummaries ListAutomationEvents ListAutomationRulePreview ListAutomationRulePreviewSummaries ListAutomationRules ListRecommendedActionSummaries ListRecommendedActions ListTagsForResource",
		"R": "GetAutomationEvent GetAutomationRule GetEnrollmentConfiguration",
		"T": "TagResource UntagResource",
		"W": "AssociateAccounts CreateAutomationRule DeleteAutomationRule DisassociateAccounts RollbackAutomationEvent StartAutomationEvent UpdateAutomationRule UpdateEnrollmentConfiguration"
	},
	"action-recommendations": { "L": "ListRecommendedActions" },
	"activate": {
		"R": "GetAccountContact GetContentInfo GetCosts GetCredits GetMemberInfo GetProgram",
		"W": "CreateForm PutMemberInfo"
	},
	"agent-registry": {
		"L": "ListDiscoverableRegistryRecords ListRegistries ListRegistryRecords ListTagsForResource",
		"R": "GetDiscoverableRegistryRecord GetRegistry GetRegistryRecord GetResourcePolicy InvokeRegistryMcp SearchDiscoverableRegistryRecords",
		"T": "TagResource UntagResource",
		"W": "CreateRegistry CreateRegistryRecord DeleteRegistry DeleteRegistryRecord DeleteResourcePolicy PutResourcePolicy SubmitRegistryRecordForApproval UpdateRegistry UpdateRegistryRecord UpdateRegistryRecordStatus"
	},
	"agentaccess-mcp": {
		"R": "CheckConnectionStatus GetScreenshot",
		"W": "CallForwardedTool DoubleClick HoldKey InvokeMcp KeyPress LeftClick LeftClickDrag LeftMouseDown LeftMouseUp MiddleClick MovePointer RightClick Scroll TripleClick TypeText"
	},
	"aidevops": {
		"L": "ListAccessTokens ListAgentSpaces ListAssetFiles ListAssetTypes ListAssetVersions ListAssets ListAssociations ListBacklogTasks ListChats ListExecutions ListGoals ListJournalRecords ListKnowledgeItemVersions ListKnowledgeItems ListPendingMessages ListPrivateConnections ListRecommendations ListServices ListTriggers ListWebhooks",
		"P": "AllowVendedLogDeliveryForResource",
		"R": "DescribePrivateConnection DescribeServices GetAccessToken GetAccountUsage GetAgentSpace GetAsset GetAssetContent GetAssetFile GetAssociation GetBacklogTask GetKnowledgeItem GetOperatorApp GetRecommendation GetService GetTrigger ListTagsForResource SearchServiceAccessibleResource",
		"T": "TagResource UntagResource",
		"W": "AssociateService CreateAccessToken CreateAgentSpace CreateAsset CreateAssetFile CreateBacklogTask CreateChat CreateKnowledgeItem CreateOneTimeLoginSession CreatePrivateConnection CreateTrigger DeleteAgentSpace DeleteAsset DeleteAssetFile DeleteKnowledgeItem DeletePrivateConnection DeleteTrigger DeregisterService DescribeSupportLevel DisableOperatorApp DisassociateService DiscoverTopology EnableOperatorApp EndChatForCase InitiateChatForCase RegisterService RevokeAccessToken RotateAccessToken SendMessage UpdateAgentSpace UpdateApprovalAction UpdateAsset UpdateAssetFile UpdateAssociation UpdateBacklogTask UpdateGoal UpdateKnowledgeItem UpdateOperatorAppIdpConfig UpdatePrivateConnectionCertificate UpdateRecommendation UpdateTrigger ValidateAwsAssociations"
	},
	"aiops": {
		"L": "GetEphemeralInvestigationResults ListFacts ListInvestigationEvents ListInvestigationGroups ListInvestigations ListReports ListTagsForResource",
		"R": "GetFact GetFactVersions GetInvestigation GetInvestigationEvent GetInvestigationGroup GetInvestigationGroupPolicy GetInvestigationResource GetReport ValidateInvestigationGroup",
		"T": "TagResource UntagResource",
		"W": "CreateInvestigation CreateInvestigationEvent CreateInvestigationGroup CreateInvestigationResource CreateReport DeleteInvestigation DeleteInvestigationGroup DeleteInvestigationGroupPolicy GenerateReport PutFact PutInvestigationGroupPolicy UpdateInvestigation UpdateInvestigationEvent UpdateInvestigationGroup UpdateReport"
	},
	"airflow": {
		"L": "ListEnvironments",
		"R": "GetEnvironment ListTagsForResource",
		"T": "TagResource UntagResource",
		"W": "CreateCliToken CreateEnvironment CreateWebLoginToken DeleteEnvironment InvokeRestApi PublishMetrics UpdateEnvironment"
	},
	"airflow-serverless": {
		"L": "ListTaskInstances ListWorkflowRuns ListWorkflowVersions ListWorkflows",
		"R": "GetTaskInstance GetWorkflow GetWorkflowRun ListTagsForResource",
		"T": "TagResource UntagResource",
		"W": "CreateWorkflow DeleteWorkflow StartWorkflowRun StopWorkflowRun UpdateWorkflow"
	},
	"amplify": {
		"L": "ListApps ListArtifacts ListBackendEnvironments ListBranches ListDomainAssociations ListJobs ListResourcesForWebACL ListWebHooks",
		"R": "GetApp GetArtifactUrl GetBackendEnvironment GetBranch GetDomainAssociation GetJob GetWebACLForResource GetWebHook ListTagsForResource",
		"T": "TagResource UntagResource",
		"W": "AssociateWebACL CreateApp CreateBackendEnvironment CreateBranch CreateDeployment CreateDomainAssociation CreateWebHook DeleteApp DeleteBackendEnvironment DeleteBranch DeleteDomainAssociation DeleteJob DeleteWebHook DisassociateWebACL GenerateAccessLogs StartDeployment StartJob StopJob UpdateApp UpdateBranch UpdateDomainAssociation UpdateWebHook"
	},
	"amplifybackend": {
		"L": "ListBackendJobs ListS3Buckets",
		"R": "GetBackend GetBackendAPI GetBackendAPIModels GetBackendAuth GetBackendJob GetBackendStorage GetToken",
		"W": "CloneBackend CreateBackend CreateBackendAPI CreateBackendAuth CreateBackendConfig CreateBackendStorage CreateToken DeleteBackend DeleteBackendAPI DeleteBackendAuth DeleteBackendStorage DeleteToken GenerateBackendAPIModels ImportBackendAuth ImportBackendStorage RemoveAllBackends RemoveBackendConfig UpdateBackendAPI UpdateBackendAuth UpdateBackendConfig UpdateBackendJob UpdateBackendStorage"
	},
	"amplifyuibuilder": {
		"L": "ListCodegenJobs ListComponents ListForms ListTagsForResource ListThemes",
		"R": "ExportComponents ExportForms ExportThemes GetCodegenJob GetComponent GetForm GetMetadata GetTheme",
		"T": "TagResource UntagResource",
		"W": "CreateComponent CreateForm CreateTheme DeleteComponent DeleteForm DeleteTheme ExchangeCodeForToken PutMetadataFlag RefreshToken ResetMetadataFlag StartCodegenJob UpdateComponent UpdateForm UpdateTheme"
	},
	"aoss": {
		"L": "ListAccessPolicies ListCollectionGroups ListCollections ListLifecyclePolicies ListSecurityConfigs ListSecurityPolicies ListTagsForResource ListVpcEndpoints",
		"R": "BatchGetCollection BatchGetCollectionGroup BatchGetEffectiveLifecyclePolicy BatchGetLifecyclePolicy BatchGetVpcEndpoint GetAccessPolicy GetAccountSettings GetIndex GetPoliciesStats GetSecurityConfig GetSecurityPolicy",
		"W": "APIAccessAll AddCollectionToCollectionGroup CreateAccessPolicy CreateCollection CreateCollectionGroup CreateIndex CreateLifecyclePolicy CreateSecurityConfig CreateSecurityPolicy CreateVpcEndpoint DashboardsAccessAll DeleteAccessPolicy DeleteCollection DeleteCollectionGroup DeleteIndex DeleteLifecyclePolicy DeleteSecurityConfig DeleteSecurityPolicy DeleteVpcEndpoint TagResource UntagResource UpdateAccessPolicy UpdateAccountSettings UpdateCollection UpdateCollectionGroup UpdateIndex UpdateLifecyclePolicy UpdateSecurityConfig UpdateSecurityPolicy UpdateVpcEndpoint"
	},
	"apigateway": {
		"L": "ListPortalProducts ListPortals ListProductPages ListProductRestEndpointPages ListRoutingRules",
		"P": "AddCertificateToDomain CreateAccessAssociation DeletePortalProductSharingPolicy PutPortalProductSharingPolicy RejectAccessAssociation RemoveCertificateFromDomain SetWebACL UpdateDomainNameManagementPolicy UpdateDomainNamePolicy UpdateRestApiPolicy",
		"R": "GET GetPortal GetPortalProduct GetPortalProductSharingPolicy GetProductPage GetProductRestEndpointPage GetRoutingRule",
		"W": "CreatePortal CreatePortalProduct CreateProductPage CreateProductRestEndpointPage CreateRoutingRule DELETE DeletePortal DeletePortalProduct DeleteProductPage DeleteProductRestEndpointPage DeleteRoutingRule DisablePortal PATCH POST PUT PreviewPortal PublishPortal UpdatePortal UpdatePortalProduct UpdateProductPage UpdateProductRestEndpointPage UpdateRoutingRule"
	},
	"app-integrations": {
		"L": "ListApplicationAssociations ListApplications ListDataIntegrationAssociations ListDataIntegrationExecutions ListDataIntegrationSchedules ListDataIntegrations ListEventIntegrations",
		"R": "GetApplication GetDataIntegration GetDataIntegrationExecution GetDataIntegrationSchedule GetEventIntegration ListEventIntegrationAssociations ListTagsForResource",
		"T": "TagResource UntagResource",
		"W": "CreateApplication CreateApplicationAssociation CreateDataIntegration CreateDataIntegrationAssociation CreateDataIntegrationSchedule CreateEventIntegration CreateEventIntegrationAssociation DeleteApplication DeleteApplicationAssociation DeleteDataIntegration DeleteDataIntegrationAssociation DeleteEventIntegration DeleteEventIntegrationAssociation StartDataIntegrationExecution UpdateApplication UpdateDataIntegration UpdateDataIntegrationAssociation UpdateDataIntegrationSchedule UpdateEventIntegration"
	},
	"appconfig": {
		"L": "ListApplications ListConfigurationProfiles ListDeploymentStrategies ListDeployments ListEnvironments ListExperimentDefinitions ListExperimentRunEvents ListExperimentRuns ListExtensionAssociations ListExtensions ListHostedConfigurationVersions",
		"R": "GetAccountSettings GetApplication GetConfiguration GetConfigurationProfile GetDeployment GetDeploymentStrategy GetEnvironment GetExperimentDefinition GetExperimentRun GetExtension GetExtensionAssociation GetHostedConfigurationVersion GetLatestConfiguration ListTagsForResource",
		"T": "TagResource UntagResource",
		"W": "CreateApplication CreateConfigurationProfile CreateDeploymentStrategy CreateEnvironment CreateExperimentDefinition CreateExtension CreateExtensionAssociation CreateHostedConfigurationVersion DeleteApplication DeleteConfigurationProfile DeleteDeploymentStrategy DeleteEnvironment DeleteExperimentDefinition DeleteExtension DeleteExtensionAssociation DeleteHostedConfigurationVersion StartConfigurationSession StartDeployment StartExperimentRun StopDeployment StopExperimentRun UpdateAccountSettings UpdateApplication UpdateConfigurationProfile UpdateDeploymentStrategy UpdateEnvironment UpdateExperimentDefinition UpdateExperimentRun UpdateExtension UpdateExtensionAssociation ValidateConfiguration"
	},
	"appfabric": {
		"L": "ListAppAuthorizations ListAppBundles ListIngestionDestinations ListIngestions",
		"R": "GetAppAuthorization GetAppBundle GetIngestion GetIngestionDestination ListTagsForResource",
		"T": "TagResource UntagResource",
		"W": "BatchGetUserAccessTasks ConnectAppAuthorization CreateAppAuthorization CreateAppBundle CreateIngestion CreateIngestionDestination DeleteAppAuthorization DeleteAppBundle DeleteIngestion DeleteIngestionDestination StartIngestion StartUserAccessTasks StopIngestion UpdateAppAuthorization UpdateIngestionDestination"
	},
	"appflow": {
		"L": "ListConnectorEntities ListConnectors ListFlows",
		"R": "DescribeConnector DescribeConnectorEntity DescribeConnectorFields DescribeConnectorProfiles DescribeConnectors DescribeFlow DescribeFlowExecution DescribeFlowExecutionRecords DescribeFlows ListConnectorFields ListTagsForResource",
		"T": "TagResource UntagResource",
		"W": "CancelFlowExecutions CreateConnectorProfile CreateFlow DeleteConnectorProfile DeleteFlow RegisterConnector ResetConnectorMetadataCache RunFlow StartFlow StopFlow UnRegisterConnector UpdateConnectorProfile UpdateConnectorRegistration UpdateFlow UseConnectorProfile"
	},
	"application-autoscaling": {
		"L": "GetPredictiveScalingForecast",
		"R": "DescribeScalableTargets DescribeScalingActivities DescribeScalingPolicies DescribeScheduledActions ListTagsForResource",
		"T": "TagResource UntagResource",
		"W": "DeleteScalingPolicy DeleteScheduledAction DeregisterScalableTarget PutScalingPolicy PutScheduledAction RegisterScalableTarget"
	},
	"application-signals": {
		"L": "ListAuditFindings ListEntityEvents ListGroupingAttributeDefinitions ListInstrumentationConfigurations ListObservedEntities ListServiceLevelObjectiveExclusionWindows ListServiceLevelObjectives ListServiceStates ListServices",
		"R": "BatchGetServiceLevelObjectiveBudgetReport GetInstrumentationConfiguration GetInstrumentationConfigurationStatus GetService GetServiceLevelObjective ListServiceDependencies ListServiceDependents ListServiceOperations ListTagsForResource",
		"T": "TagResource UntagResource",
		"W": "BatchDeleteInstrumentationConfigurations BatchUpdateExclusionWindows CreateInstrumentationConfiguration CreateServiceLevelObjective DeleteGroupingConfiguration DeleteInstrumentationConfiguration DeleteServiceLevelObjective Link PutGroupingConfiguration ReportInstrumentationConfigurationStatus StartDiscovery UpdateServiceLevelObjective"
	},
	"application-signals-mcp": { "R": "CallReadOnlyTool InvokeMcp" },
	"application-transformation": {
		"R": "GetContainerization GetDeployment GetGroupingAssessment GetPortingCompatibilityAssessment GetPortingRecommendationAssessment GetRuntimeAssessment",
		"W": "PutLogData PutMetricData StartContainerization StartDeployment StartGroupingAssessment StartPortingCompatibilityAssessment StartPortingRecommendationAssessment StartRuntimeAssessment"
	},
	"applicationinsights": {
		"L": "ListApplications ListComponents ListConfigurationHistory ListLogPatternSets ListLogPatterns ListProblems ListWorkloads",
		"R": "DescribeApplication DescribeComponent DescribeComponentConfiguration DescribeComponentConfigurationRecommendation DescribeLogPattern DescribeObservation DescribeProblem DescribeProblemObservations DescribeWorkload ListTagsForResource",
		"T": "TagResource UntagResource",
		"W": "AddWorkload CreateApplication CreateComponent CreateLogPattern DeleteApplication DeleteComponent DeleteLogPattern Link RemoveWorkload UpdateApplication UpdateComponent UpdateComponentConfiguration UpdateLogPattern UpdateProblem UpdateWorkload"
	},
	"appmesh": {
		"L": "ListGatewayRoutes ListMeshes ListRoutes ListTagsForResource ListVirtualGateways ListVirtualNodes ListVirtualRouters ListVirtualServices",
		"R": "DescribeGatewayRoute DescribeMesh DescribeRoute DescribeVirtualGateway DescribeVirtualNode DescribeVirtualRouter DescribeVirtualService GetMeshPolicy StreamAggregatedResources",
		"T": "TagResource UntagResource",
		"W": "CreateGatewayRoute CreateMesh CreateRoute CreateVirtualGateway CreateVirtualNode CreateVirtualRouter CreateVirtualService DeleteGatewayRoute DeleteMesh DeleteMeshPolicy DeleteRoute DeleteVirtualGateway DeleteVirtualNode DeleteVirtualRouter DeleteVirtualService PutMeshPolicy UpdateGatewayRoute UpdateMesh UpdateRoute UpdateVirtualGateway UpdateVirtualNode UpdateVirtualRouter UpdateVirtualService"
	},
	"appmesh-preview": {
		"L": "ListGatewayRoutes ListMeshes ListRoutes ListVirtualGateways ListVirtualNodes ListVirtualRouters ListVirtualServices",
		"R": "DescribeGatewayRoute DescribeMesh DescribeRoute DescribeVirtualGateway DescribeVirtualNode DescribeVirtualRouter DescribeVirtualService GetMeshPolicy StreamAggregatedResources",
		"W": "CreateGatewayRoute CreateMesh CreateRoute CreateVirtualGateway CreateVirtualNode CreateVirtualRouter CreateVirtualService DeleteGatewayRoute DeleteMesh DeleteMeshPolicy DeleteRoute DeleteVirtualGateway DeleteVirtualNode DeleteVirtualRouter DeleteVirtualService PutMeshPolicy UpdateGatewayRoute UpdateMesh UpdateRoute UpdateVirtualGateway UpdateVirtualNode UpdateVirtualRouter UpdateVirtualService"
	},
	"apprunner": {
		"L": "ListAssociatedServicesForWebAcl ListAutoScalingConfigurations ListConnections ListObservabilityConfigurations ListOperations ListServices ListServicesForAutoScalingConfiguration ListVpcConnectors ListVpcIngressConnections",
		"R": "DescribeAutoScalingConfiguration DescribeCustomDomains DescribeObservabilityConfiguration DescribeOperation DescribeService DescribeVpcConnector DescribeVpcIngressConnection DescribeWebAclForService ListTagsForResource",
		"T": "TagResource UntagResource",
		"W": "AssociateCustomDomain AssociateWebAcl CreateAutoScalingConfiguration CreateConnection CreateObservabilityConfiguration CreateService CreateVpcConnector CreateVpcIngressConnection DeleteAutoScalingConfiguration DeleteConnection DeleteObservabilityConfiguration DeleteService DeleteVpcConnector DeleteVpcIngressConnection DisassociateCustomDomain DisassociateWebAcl PauseService ResumeService StartDeployment UpdateDefaultAutoScalingConfiguration UpdateService UpdateVpcIngressConnection"
	},
	"appstream": {
		"L": "DescribeAppBlockBuilderAppBlockAssociations DescribeAppBlockBuilders DescribeAppBlocks DescribeAppLicenseUsage DescribeApplicationFleetAssociations DescribeApplications DescribeDirectoryConfigs DescribeEntitlements DescribeFleets DescribeImageBuilders DescribeImages DescribeSessions DescribeSoftwareAssociations DescribeStacks DescribeUsageReportSubscriptions DescribeUserStackAssociations DescribeUsers ListEntitledApplications ListExportImageTasks",
		"R": "DescribeImagePermissions DescribeThemeForStack GetExportImageTask ListAssociatedFleets ListAssociatedStacks ListTagsForResource",
		"T": "TagResource UntagResource",
		"W": "AssociateAppBlockBuilderAppBlock AssociateApplicationFleet AssociateApplicationToEntitlement AssociateFleet AssociateSoftwareToImageBuilder BatchAssociateUserStack BatchDisassociateUserStack CopyImage CreateAppBlock CreateAppBlockBuilder CreateAppBlockBuilderStreamingURL CreateApplication CreateDirectoryConfig CreateEntitlement CreateExportImageTask CreateFleet CreateImageBuilder CreateImageBuilderStreamingURL CreateImportedImage CreateStack CreateStreamingURL CreateThemeForStack CreateUpdatedImage CreateUsageReportSubscription CreateUser DeleteAppBlock DeleteAppBlockBuilder DeleteApplication DeleteDirectoryConfig DeleteEntitlement DeleteFleet DeleteImage DeleteImageBuilder DeleteImagePermissions DeleteStack DeleteThemeForStack DeleteUsageReportSubscription DeleteUser DisableUser DisassociateAppBlockBuilderAppBlock DisassociateApplicationFleet DisassociateApplicationFromEntitlement DisassociateFleet DisassociateSoftwareFromImageBuilder EnableUser ExpireSession StartAppBlockBuilder StartFleet StartImageBuilder StartSoftwareDeploymentToImageBuilder StopAppBlockBuilder StopFleet StopImageBuilder Stream UpdateAppBlockBuilder UpdateApplication UpdateDirectoryConfig UpdateEntitlement UpdateFleet UpdateImagePermissions UpdateStack UpdateThemeForStack"
	},
	"appstudio": {
		"R": "GetAccountStatus GetEnablementJobStatus",
		"W": "StartEnablementJob StartRollbackEnablementJob StartTeamDeployment"
	},
	"appsync": {
		"L": "ListApiKeys ListApis ListChannelNamespaces ListDataSources ListDomainNames ListFunctions ListGraphqlApis ListResolvers ListResolversByFunction ListResourcesForWebACL ListSourceApiAssociations ListTypes ListTypesByAssociation",
		"P": "SetWebACL",
		"R": "EvaluateCode EvaluateMappingTemplate GetApi GetApiAssociation GetApiCache GetChannelNamespace GetDataSource GetDataSourceIntrospection GetDomainName GetFunction GetGraphqlApi GetGraphqlApiEnvironmentVariables GetIntrospectionSchema GetResolver GetResourcePolicy GetSchemaCreationStatus GetSourceApiAssociation GetType GetWebACLForResource ListTagsForResource",
		"T": "TagResource UntagResource",
		"W": "AssociateApi AssociateMergedGraphqlApi AssociateSourceGraphqlApi AssociateWebACL CreateApi CreateApiCache CreateApiKey CreateChannelNamespace CreateDataSource CreateDomainName CreateFunction CreateGraphqlApi CreateResolver CreateType DeleteApi DeleteApiCache DeleteApiKey DeleteChannelNamespace DeleteDataSource DeleteDomainName DeleteFunction DeleteGraphqlApi DeleteResolver DeleteResourcePolicy DeleteType DisassociateApi DisassociateMergedGraphqlApi DisassociateSourceGraphqlApi DisassociateWebACL EventConnect EventPublish EventSubscribe FlushApiCache GraphQL PutGraphqlApiEnvironmentVariables PutResourcePolicy SourceGraphQL StartDataSourceIntrospection StartSchemaCreation StartSchemaMerge UpdateApi UpdateApiCache UpdateApiKey UpdateChannelNamespace UpdateDataSource UpdateDomainName UpdateFunction UpdateGraphqlApi UpdateResolver UpdateSourceApiAssociation UpdateType"
	},
	"apptest": {
		"L": "ListTestCases ListTestConfigurations ListTestRuns ListTestSuites",
		"R": "GetTestCase GetTestConfiguration GetTestRunStep GetTestSuite ListTagsForResource ListTestRunSteps ListTestRunTestCases",
		"T": "TagResource UntagResource",
		"W": "CreateTestCase CreateTestConfiguration CreateTestSuite DeleteTestCase DeleteTestConfiguration DeleteTestRun DeleteTestSuite StartTestRun UpdateTestCase UpdateTestConfiguration UpdateTestSuite"
	},
	"aps": {
		"L": "ListAnomalyDetectors ListRuleGroupsNamespaces ListScrapers ListWorkspaces",
		"R": "DescribeAlertManagerDefinition DescribeAnomalyDetector DescribeLoggingConfiguration DescribeQueryLoggingConfiguration DescribeResourcePolicy DescribeRuleGroupsNamespace DescribeScraper DescribeScraperLoggingConfiguration DescribeWorkspace DescribeWorkspaceConfiguration GetAlertManagerSilence GetAlertManagerStatus GetDefaultScraperConfiguration GetLabels GetMetricMetadata GetSeries ListAlertManagerAlertGroups ListAlertManagerAlerts ListAlertManagerReceivers ListAlertManagerSilences ListAlerts ListRules ListTagsForResource PreviewAnomalyDetector QueryMetrics",
		"T": "TagResource UntagResource",
		"W": "CreateAlertManagerAlerts CreateAlertManagerDefinition CreateAnomalyDetector CreateLoggingConfiguration CreateQueryLoggingConfiguration CreateRuleGroupsNamespace CreateScraper CreateWorkspace DeleteAlertManagerDefinition DeleteAlertManagerSilence DeleteAnomalyDetector DeleteLoggingConfiguration DeleteQueryLoggingConfiguration DeleteResourcePolicy DeleteRuleGroupsNamespace DeleteScraper DeleteScraperLoggingConfiguration DeleteWorkspace PutAlertManagerDefinition PutAlertManagerSilences PutAnomalyDetector PutResourcePolicy PutRuleGroupsNamespace RemoteWrite UpdateLoggingConfiguration UpdateQueryLoggingConfiguration UpdateScraper UpdateScraperLoggingConfiguration UpdateWorkspaceAlias UpdateWorkspaceConfiguration"
	},
	"arc-region-switch": {
		"L": "ListPlanExecutionEvents ListPlanExecutions ListPlans ListPlansInRegion ListRoute53HealthChecks ListRoute53HealthChecksInRegion",
		"P": "DeleteResourcePolicy GetResourcePolicy PutResourcePolicy",
		"R": "GetPlan GetPlanEvaluationStatus GetPlanExecution GetPlanInRegion ListTagsForResource",
		"T": "TagResource UntagResource",
		"W": "ApprovePlanExecutionStep CancelPlanExecution CreatePlan DeletePlan StartPlanExecution UpdatePlan UpdatePlanExecution UpdatePlanExecutionStep"
	},
	"arc-zonal-shift": {
		"L": "ListAutoshifts ListManagedResources ListZonalShifts",
		"R": "GetAutoshiftObserverNotificationStatus GetManagedResource",
		"W": "CancelPracticeRun CancelZonalShift CreatePracticeRunConfiguration DeletePracticeRunConfiguration StartPracticeRun StartZonalShift UpdateAutoshiftObserverNotificationStatus UpdatePracticeRunConfiguration UpdateZonalAutoshiftConfiguration UpdateZonalShift"
	},
	"arsenal": { "W": "RegisterOnPremisesAgent" },
	"artifact": {
		"L": "ListAgreements ListComplianceInquiries ListComplianceInquiryQueries ListCustomerAgreements ListReportVersions ListReports",
		"R": "ExportComplianceInquiry GetAccountSettings GetAgreement GetComplianceInquiryMetadata GetCustomerAgreement GetNdaForAgreement GetReport GetReportMetadata GetTermForReport ListTagsForResource",
		"T": "TagResource UntagResource",
		"W": "AcceptAgreement AcceptNdaForAgreement CreateComplianceInquiry PutAccountSettings PutComplianceInquiryFeedback TerminateAgreement"
	},
	"athena": {
		"L": "ListApplicationDPUSizes ListCalculationExecutions ListCapacityReservations ListDataCatalogs ListDatabases ListExecutors ListNamedQueries ListNotebookMetadata ListNotebookSessions ListPreparedStatements ListSessions ListWorkGroups",
		"R": "BatchGetNamedQuery BatchGetPreparedStatement BatchGetQueryExecution GetCalculationExecution GetCalculationExecutionCode GetCalculationExecutionStatus GetCapacityAssignmentConfiguration GetCapacityReservation GetCatalogs GetDataCatalog GetDatabase GetExecutionEngine GetExecutionEngines GetNamedQuery GetNamespace GetNamespaces GetNotebookMetadata GetPreparedStatement GetQueryExecution GetQueryExecutions GetQueryResults GetQueryResultsStream GetQueryRuntimeStatistics GetResourceDashboard GetSession GetSessionStatus GetTable GetTableMetadata GetTables GetWorkGroup ListEngineVersions ListQueryExecutions ListTableMetadata ListTagsForResource",
		"T": "TagResource UntagResource",
		"W": "CancelCapacityReservation CancelQueryExecution CreateCapacityReservation CreateDataCatalog CreateNamedQuery CreateNotebook CreatePreparedStatement CreatePresignedNotebookUrl CreateWorkGroup DeleteCapacityReservation DeleteDataCatalog DeleteNamedQuery DeleteNotebook DeletePreparedStatement DeleteWorkGroup ExportNotebook GetSessionEndpoint ImportNotebook PutCapacityAssignmentConfiguration RunQuery StartCalculationExecution StartQueryExecution StartSession StopCalculationExecution StopQueryExecution TerminateSession UpdateCapacityReservation UpdateDataCatalog UpdateNamedQuery UpdateNotebook UpdateNotebookMetadata UpdatePreparedStatement UpdateWorkGroup"
	},
	"auditmanager": {
		"L": "GetDelegations ListAssessmentControlInsightsByControlDomain ListAssessmentFrameworkShareRequests ListAssessmentFrameworks ListAssessmentReports ListAssessments ListControlDomainInsights ListControlDomainInsightsByAssessment ListControlInsightsByControlDomain ListControls ListKeywordsForDataSource ListNotifications",
		"R": "GetAccountStatus GetAssessment GetAssessmentFramework GetAssessmentReportUrl GetChangeLogs GetControl GetEvidence GetEvidenceByEvidenceFolder GetEvidenceFileUploadUrl GetEvidenceFolder GetEvidenceFoldersByAssessment GetEvidenceFoldersByAssessmentControl GetInsights GetInsightsByAssessment GetOrganizationAdminAccount GetServicesInScope GetSettings ListTagsForResource ValidateAssessmentReportIntegrity",
		"T": "TagResource UntagResource",
		"W": "AssociateAssessmentReportEvidenceFolder BatchAssociateAssessmentReportEvidence BatchCreateDelegationByAssessment BatchDeleteDelegationByAssessment BatchDisassociateAssessmentReportEvidence BatchImportEvidenceToAssessmentControl CreateAssessment CreateAssessmentFramework CreateAssessmentReport CreateControl DeleteAssessment DeleteAssessmentFramework DeleteAssessmentFrameworkShare DeleteAssessmentReport DeleteControl DeregisterAccount DeregisterOrganizationAdminAccount DisassociateAssessmentReportEvidenceFolder RegisterAccount RegisterOrganizationAdminAccount StartAssessmentFrameworkShare UpdateAssessment UpdateAssessmentControl UpdateAssessmentControlSetStatus UpdateAssessmentFramework UpdateAssessmentFrameworkShare UpdateAssessmentStatus UpdateControl UpdateSettings"
	},
	"autoscaling": {
		"L": "DescribeAccountLimits DescribeAccountSettings DescribeAdjustmentTypes DescribeAutoScalingGroups DescribeAutoScalingInstances DescribeAutoScalingNotificationTypes DescribeInstanceRefreshes DescribeLaunchConfigurations DescribeLifecycleHookTypes DescribeLifecycleHooks DescribeLoadBalancerTargetGroups DescribeLoadBalancers DescribeMetricCollectionTypes DescribeNotificationConfigurations DescribePolicies DescribeScalingActivities DescribeScalingProcessTypes DescribeScheduledActions DescribeTerminationPolicyTypes DescribeTrafficSources DescribeWarmPool GetPredictiveScalingForecast",
		"R": "DescribeTags",
		"T": "CreateOrUpdateTags DeleteTags",
		"W": "AttachInstances AttachLoadBalancerTargetGroups AttachLoadBalancers AttachTrafficSources BatchDeleteScheduledAction BatchPutScheduledUpdateGroupAction CancelInstanceRefresh CompleteLifecycleAction CreateAutoScalingGroup CreateLaunchConfiguration DeleteAutoScalingGroup DeleteLaunchConfiguration DeleteLifecycleHook DeleteNotificationConfiguration DeletePolicy DeleteScheduledAction DeleteWarmPool DetachInstances DetachLoadBalancerTargetGroups DetachLoadBalancers DetachTrafficSources DisableMetricsCollection EnableMetricsCollection EnterStandby ExecutePolicy ExitStandby LaunchInstances PutAccountSetting PutLifecycleHook PutNotificationConfiguration PutScalingPolicy PutScheduledUpdateGroupAction PutWarmPool RecordLifecycleActionHeartbeat ResumeProcesses RollbackInstanceRefresh SetDesiredCapacity SetInstanceHealth SetInstanceProtection StartInstanceRefresh SuspendProcesses TerminateInstanceInAutoScalingGroup UpdateAutoScalingGroup"
	},
	"autoscaling-plans": {
		"R": "DescribeScalingPlanResources DescribeScalingPlans GetScalingPlanResourceForecastData",
		"W": "CreateScalingPlan DeleteScalingPlan UpdateScalingPlan"
	},
	"aws-external-anthropic": {
		"L": "CallWithBearerToken ListAgents ListBatchInferences ListEnvironments ListFiles ListKeys ListMemoryStores ListModels ListSessions ListSkills ListUserProfiles ListVaults ListWebhooks ListWorkspaces",
		"R": "GetAccountStatus GetAgent GetBatchInference GetEnvironment GetFile GetKey GetMemoryStore GetModel GetSession GetSkill GetUserProfile GetVault GetWebhook GetWorkspace ListTagsForResource",
		"T": "TagResource UntagResource",
		"W": "ArchiveAgent ArchiveEnvironment ArchiveMemoryStore ArchiveSession ArchiveVault ArchiveWorkspace AssumeConsole CancelBatchInference CountTokens CreateAgent CreateBatchInference CreateEnvironment CreateFile CreateInference CreateMemoryStore CreateSession CreateSkill CreateUserProfile CreateUserProfileEnrollmentUrl CreateVault CreateWebhook CreateWorkspace DeleteBatchInference DeleteEnvironment DeleteFile DeleteMemoryStore DeleteSession DeleteSkill DeleteVault DeleteWebhook DisableKey ProcessEnvironmentWork RegisterKey RotateWebhookSecret UpdateAgent UpdateEnvironment UpdateKey UpdateMemoryStore UpdateSession UpdateSkill UpdateUserProfile UpdateVault UpdateWebhook UpdateWorkspace"
	},
	"aws-marketplace": {
		"L": "DescribePrivateMarketplaceRequests GetAgreementTerms ListAgreementApprovalRequests ListAgreementCancellationRequests ListAgreementCharges ListAgreementInvoiceLineItems ListAgreementPaymentRequests ListAgreementRequests ListAssessments ListBillingAdjustmentRequests ListChangeSets ListEntities ListFulfillmentOptions ListInvoiceSubmissionTasks ListIssuedTaxInvoices ListPayables ListPrivateListings ListPrivateMarketplaceRequests ListPurchaseOptions ListTaxComplianceProfileChangeTasks ListTaxComplianceProfiles ListVerificationEvidence ListVerifications SearchAgreements SearchFacets SearchListings ViewSubscriptions",
		"P": "DeleteResourcePolicy PutResourcePolicy",
		"R": "DescribeAgreement DescribeAssessment DescribeBuilds DescribeChangeSet DescribeEntity DescribeProcurementSystemConfiguration GetAgreementApprovalRequest GetAgreementCancellationRequest GetAgreementEntitlements GetAgreementPaymentRequest GetAgreementRequest GetBillingAdjustmentRequest GetBuyerDashboard GetEntitlements GetInvoiceSubmissionTask GetIssuedTaxInvoice GetListing GetOffer GetOfferSet GetOfferTerms GetProduct GetResourcePolicy GetSellerDashboard GetTaxComplianceProfile GetVerification GetVerificationEvidence ListBuilds ListEntitlementDetails ListTagsForResource",
		"T": "TagResource UntagResource",
		"W": "AcceptAgreementApprovalRequest AcceptAgreementCancellationRequest AcceptAgreementPaymentRequest AcceptAgreementRequest AssociateProductsWithPrivateMarketplace BatchCreateBillingAdjustmentRequest BatchMeterUsage CancelAgreement CancelAgreementCancellationRequest CancelAgreementPaymentRequest CancelAgreementRequest CancelChangeSet CreateAgreementRequest CreatePrivateMarketplaceRequests CreateVerificationEvidence DisassociateProductsFromPrivateMarketplace MeterUsage PutDeploymentParameter PutProcurementSystemConfiguration RegisterUsage RejectAgreementApprovalRequest RejectAgreementCancellationRequest RejectAgreementPaymentRequest ResolveCustomer SendAgreementCancellationRequest SendAgreementPaymentRequest StartBuild StartChangeSet StartInvoiceSubmissionTask StartTaxComplianceProfileChangeTask StartVerification Subscribe Unsubscribe UpdateAgreementApprovalRequest UpdatePurchaseOrders UpdateVerificationEvidence"
	},
	"aws-marketplace-management": {
		"L": "viewMarketing viewReports viewSettings viewSupport",
		"R": "GetAdditionalSellerNotificationRecipients GetBankAccountVerificationDetails GetSecondaryUserVerificationDetails GetSellerVerificationDetails",
		"W": "PutAdditionalSellerNotificationRecipients PutBankAccountVerificationDetails PutSecondaryUserVerificationDetails PutSellerVerificationDetails uploadFiles"
	},
	"aws-portal": {
		"R": "GetConsoleActionSetEnforced ViewAccount ViewBilling ViewPaymentMethods ViewUsage",
		"W": "ModifyAccount ModifyBilling ModifyPaymentMethods UpdateConsoleActionSetEnforced"
	},
	"awsconnector": {
		"R": "GetConnectorHealth ValidateConnectorId",
		"W": "RegisterConnector"
	},
	"b2bi": {
		"L": "ListCapabilities ListPartnerships ListProfiles ListTransformers",
		"R": "GetCapability GetPartnership GetProfile GetTransformer GetTransformerJob ListTagsForResource",
		"T": "TagResource UntagResource",
		"W": "CreateCapability CreatePartnership CreateProfile CreateStarterMappingTemplate CreateTransformer DeleteCapability DeletePartnership DeleteProfile DeleteTransformer GenerateMapping StartTransformerJob TestConversion TestMapping TestParsing UpdateCapability UpdatePartnership UpdateProfile UpdateTransformer"
	},
	"backup": {
		"L": "ListBackupAccessPoints ListBackupAccessPointsByRecoveryPoint ListBackupAccessPointsByResource ListBackupJobSummaries ListBackupJobs ListBackupPlanTemplates ListBackupPlanVersions ListBackupPlans ListBackupSelections ListBackupVaults ListCopyJobSummaries ListCopyJobs ListFrameworks ListIndexedRecoveryPoints ListLegalHolds ListProtectedResources ListProtectedResourcesByBackupVault ListRecoveryPointsByBackupVault ListRecoveryPointsByLegalHold ListRecoveryPointsByResource ListReportJobs ListReportPlans ListRestoreAccessBackupVaults ListRestoreJobSummaries ListRestoreJobs ListRestoreJobsByProtectedResource ListRestoreTestingPlans ListRestoreTestingSelections ListScanJobSummaries ListScanJobs ListTieringConfigurations",
		"P": "DeleteBackupVaultAccessPolicy DeleteBackupVaultSharingPolicy ListIndexedRecoveryPointsForSearch PutBackupVaultAccessPolicy PutBackupVaultSharingPolicy SearchRecoveryPoint",
		"R": "DescribeBackupAccessPoint DescribeBackupJob DescribeBackupVault DescribeCopyJob DescribeFramework DescribeGlobalSettings DescribeProtectedResource DescribeRecoveryPoint DescribeRegionSettings DescribeReportJob DescribeReportPlan DescribeRestoreJob DescribeScanJob ExportBackupPlanTemplate GetBackupPlan GetBackupPlanFromJSON GetBackupPlanFromTemplate GetBackupSelection GetBackupVaultAccessPolicy GetBackupVaultNotifications GetBackupVaultSharingPolicy GetLegalHold GetPITRMalwareScanResults GetRecoveryPointIndexDetails GetRecoveryPointRestoreMetadata GetRestoreJobMetadata GetRestoreTestingInferredMetadata GetRestoreTestingPlan GetRestoreTestingSelection GetSupportedResourceTypes GetTieringConfiguration ListTags",
		"T": "TagResource UntagResource",
		"W": "AssociateBackupVaultMpaApprovalTeam CancelLegalHold CopyFromBackupVault CopyIntoBackupVault CreateBackupAccessPoint CreateBackupPlan CreateBackupSelection CreateBackupVault CreateFramework CreateLegalHold CreateLogicallyAirGappedBackupVault CreateReportPlan CreateRestoreAccessBackupVault CreateRestoreTestingPlan CreateRestoreTestingSelection CreateTieringConfiguration DeleteBackupAccessPoint DeleteBackupPlan DeleteBackupSelection DeleteBackupVault DeleteBackupVaultLockConfiguration DeleteBackupVaultNotifications DeleteFramework DeleteRecoveryPoint DeleteReportPlan DeleteRestoreTestingPlan DeleteRestoreTestingSelection DeleteTieringConfiguration DisassociateBackupVaultMpaApprovalTeam DisassociateRecoveryPoint DisassociateRecoveryPointFromParent PutBackupVaultLockConfiguration PutBackupVaultNotifications PutRestoreValidationResult RevokeRestoreAccessBackupVault StartBackupJob StartCopyJob StartReportJob StartRestoreJob StartScanJob StopBackupJob UpdateBackupPlan UpdateFramework UpdateGlobalSettings UpdateRecoveryPointIndexSettings UpdateRecoveryPointLifecycle UpdateRegionSettings UpdateReportPlan UpdateRestoreTestingPlan UpdateRestoreTestingSelection UpdateTieringConfiguration"
	},
	"backup-gateway": {
		"R": "GetBandwidthRateLimitSchedule GetGateway GetHypervisor GetHypervisorPropertyMappings GetVirtualMachine ListGateways ListHypervisors ListTagsForResource ListVirtualMachines",
		"T": "TagResource UntagResource",
		"W": "AssociateGatewayToServer Backup CreateGateway DeleteGateway DeleteHypervisor DisassociateGatewayFromServer ImportHypervisorConfiguration PutBandwidthRateLimitSchedule PutHypervisorPropertyMappings PutMaintenanceStartTime Restore StartVirtualMachinesMetadataSync TestHypervisorConfiguration UpdateGatewayInformation UpdateGatewaySoftwareNow UpdateHypervisor"
	},
	"backup-search": {
		"L": "ListSearchJobs ListSearchResultExportJobs",
		"R": "GetSearchJob GetSearchResultExportJob ListSearchJobBackups ListSearchJobResults ListTagsForResource",
		"T": "TagResource UntagResource",
		"W": "StartSearchJob StartSearchResultExportJob StopSearchJob"
	},
	"backup-storage": { "W": "CommitBackupJob DeleteObjects DescribeBackupJob GetBaseBackup GetChunk GetIncrementalBaseBackup GetObjectMetadata ListChunks ListObjects MountCapsule NotifyObjectComplete PutChunk PutObject StartObject UpdateObjectComplete" },
	"batch": {
		"L": "ListConsumableResources ListJobs ListJobsByConsumableResource ListQuotaShares ListServiceJobs",
		"R": "DescribeComputeEnvironments DescribeConsumableResource DescribeJobDefinitions DescribeJobQueues DescribeJobs DescribeQuotaShare DescribeSchedulingPolicies DescribeServiceEnvironments DescribeServiceJob GetJobQueueSnapshot ListSchedulingPolicies ListTagsForResource",
		"T": "SetCapacityTags TagResource UntagResource",
		"W": "CancelJob CreateComputeEnvironment CreateConsumableResource CreateJobQueue CreateQuotaShare CreateSchedulingPolicy CreateServiceEnvironment DeleteComputeEnvironment DeleteConsumableResource DeleteJobQueue DeleteQuotaShare DeleteSchedulingPolicy DeleteServiceEnvironment DeregisterJobDefinition RegisterJobDefinition SubmitJob SubmitServiceJob TerminateJob TerminateServiceJob UpdateComputeEnvironment UpdateConsumableResource UpdateJobQueue UpdateQuotaShare UpdateSchedulingPolicy UpdateServiceEnvironment UpdateServiceJob"
	},
	"bcm-dashboards": {
		"L": "ListScheduledReports",
		"R": "GetDashboard GetResourcePolicy GetScheduledReport ListDashboards ListTagsForResource",
		"T": "TagResource UntagResource",
		"W": "CreateDashboard CreateScheduledReport DeleteDashboard DeleteScheduledReport ExecuteScheduledReport UpdateDashboard UpdateScheduledReport"
	},
	"bcm-data-exports": {
		"L": "ListExecutions ListExports ListTables",
		"R": "GetExecution GetExport GetTable ListTagsForResource",
		"T": "TagResource UntagResource",
		"W": "CreateExport DeleteExport UpdateExport"
	},
	"bcm-pricing-calculator": {
		"L": "ListBillEstimateCommitments ListBillEstimateInputCommitmentModifications ListBillEstimateInputUsageModifications ListBillEstimateLineItems ListBillEstimates ListBillScenarioCommitmentModifications ListBillScenarioUsageModifications ListBillScenarios ListWorkloadEstimateUsage ListWorkloadEstimates",
		"R": "GetBillEstimate GetBillScenario GetPreferences GetWorkloadEstimate",
		"T": "ListTagsForResource TagResource UntagResource",
		"W": "CreateBillEstimate CreateBillScenario CreateBillScenarioCommitmentModification CreateBillScenarioUsageModification CreateWorkloadEstimate CreateWorkloadEstimateUsage DeleteBillEstimate DeleteBillScenario DeleteBillScenarioCommitmentModification DeleteBillScenarioUsageModification DeleteWorkloadEstimate DeleteWorkloadEstimateUsage UpdateBillEstimate UpdateBillScenario UpdateBillScenarioCommitmentModification UpdateBillScenarioUsageModification UpdatePreferences UpdateWorkloadEstimate UpdateWorkloadEstimateUsage"
	},
	"bcm-recommended-actions": { "L": "ListRecommendedActions" },
	"bedrock": {
		"L": "ListAdvancedPromptOptimizationJobs ListAgentActionGroups ListAgentAliases ListAgentCollaborators ListAgentKnowledgeBases ListAgentVersions ListAgents ListAsyncInvokes ListAutomatedReasoningPolicies ListAutomatedReasoningPolicyBuildWorkflows ListAutomatedReasoningPolicyTestCases ListAutomatedReasoningPolicyTestResults ListBlueprints ListCustomModelDeployments ListCustomModels ListDataAutomationLibraries ListDataAutomationLibraryEntities ListDataAutomationLibraryIngestionJobs ListDataAutomationProjects ListDataSources ListEnforcedGuardrailsConfiguration ListEvaluationJobs ListFlowAliases ListFlowExecutionEvents ListFlowExecutions ListFlowVersions ListFlows ListFoundationModelAgreementOffers ListFoundationModels ListGuardrails ListImportedModels ListInferenceProfiles ListIngestionJobs ListInvocationSteps ListInvocations ListKnowledgeBaseDocuments ListKnowledgeBases ListModelCopyJobs ListModelCustomizationJobs ListModelEvaluationJobs ListModelImportJobs ListModelInvocationJobs ListPromptRouters ListPrompts ListProvisionedModelThroughputs ListSessions",
		"P": "AllowVendedLogDeliveryForResource",
		"R": "AgenticRetrieveStream ApplyGuardrail CallWithBearerToken CheckIngestedDocumentAcl CountTokens DetectGeneratedContent ExportAutomatedReasoningPolicyVersion GenerateQuery GetAccountDataRetention GetAdvancedPromptOptimizationJob GetAgent GetAgentActionGroup GetAgentAlias GetAgentCollaborator GetAgentKnowledgeBase GetAgentMemory GetAgentVersion GetAsyncInvoke GetAutomatedReasoningPolicy GetAutomatedReasoningPolicyAnnotations GetAutomatedReasoningPolicyBuildWorkflow GetAutomatedReasoningPolicyBuildWorkflowResultAssets GetAutomatedReasoningPolicyNextScenario GetAutomatedReasoningPolicyTestCase GetAutomatedReasoningPolicyTestResult GetBlueprint GetBlueprintOptimizationStatus GetBlueprintRecommendation GetCustomModel GetCustomModelDeployment GetDataAutomationLibrary GetDataAutomationLibraryEntity GetDataAutomationLibraryIngestionJob GetDataAutomationProject GetDataAutomationStatus GetDataSource GetDataSourceAuthorizationUrl GetDocumentContent GetEvaluationJob GetExecutionFlowSnapshot GetFlow GetFlowAlias GetFlowExecution GetFlowVersion GetFoundationModel GetFoundationModelAvailability GetGuardrail GetImportedModel GetInferenceProfile GetIngestedDocumentAcl GetIngestionJob GetInvocationStep GetInvoke GetKnowledgeBase GetKnowledgeBaseDocuments GetMarketplaceModelEndpoint GetModelCopyJob GetModelCustomizationJob GetModelEvaluationJob GetModelImportJob GetModelInvocationJob GetModelInvocationLoggingConfiguration GetPrompt GetPromptRouter GetProvisionedModelThroughput GetResourcePolicy GetSession GetUseCaseForModelAccess InvokeAgent InvokeAutomatedReasoningPolicy InvokeFlow InvokeGuardrailChecks InvokeInlineAgent InvokeModel InvokeModelWithResponseStream InvokeTool ListMarketplaceModelEndpoints ListTagsForResource OptimizePrompt RenderPrompt Retrieve ValidateFlowDefinition",
		"T": "TagResource UntagResource",
		"W": "AssociateAgentCollaborator AssociateAgentKnowledgeBase AssociateThirdPartyKnowledgeBase BatchDeleteAdvancedPromptOptimizationJob BatchDeleteEvaluationJob CancelAutomatedReasoningPolicyBuildWorkflow CancelInvoke CopyBlueprintStage CreateAdvancedPromptOptimizationJob CreateAgent CreateAgentActionGroup CreateAgentAlias CreateAutomatedReasoningPolicy CreateAutomatedReasoningPolicyTestCase CreateAutomatedReasoningPolicyVersion CreateBlueprint CreateBlueprintVersion CreateCustomModel CreateCustomModelDeployment CreateDataAutomationLibrary CreateDataAutomationProject CreateDataSource CreateDataSourceToken CreateEvaluationJob CreateFlow CreateFlowAlias CreateFlowVersion CreateFoundationModelAgreement CreateGuardrail CreateGuardrailVersion CreateInferenceProfile CreateInvocation CreateKnowledgeBase CreateMarketplaceModelEndpoint CreateModelCopyJob CreateModelCustomizationJob CreateModelEvaluationJob CreateModelImportJob CreateModelInvocationJob CreatePrompt CreatePromptRouter CreatePromptVersion CreateProvisionedModelThroughput CreateSession DeleteAgent DeleteAgentActionGroup DeleteAgentAlias DeleteAgentMemory DeleteAgentVersion DeleteAutomatedReasoningPolicy DeleteAutomatedReasoningPolicyBuildWorkflow DeleteAutomatedReasoningPolicyTestCase DeleteBlueprint DeleteCustomModel DeleteCustomModelDeployment DeleteDataAutomationLibrary DeleteDataAutomationProject DeleteDataSource DeleteEnforcedGuardrailConfiguration DeleteFlow DeleteFlowAlias DeleteFlowVersion DeleteFoundationModelAgreement DeleteGuardrail DeleteImportedModel DeleteInferenceProfile DeleteInvoke DeleteKnowledgeBase DeleteKnowledgeBaseDocuments DeleteMarketplaceModelAgreement DeleteMarketplaceModelEndpoint DeleteModelInvocationLoggingConfiguration DeletePrompt DeletePromptRouter DeleteProvisionedModelThroughput DeleteResourcePolicy DeleteSession DeregisterMarketplaceModelEndpoint DisassociateAgentCollaborator DisassociateAgentKnowledgeBase EndSession IngestKnowledgeBaseDocuments InvokeBlueprintOptimizationAsync InvokeBlueprintRecommendationAsync InvokeBuilder InvokeDataAutomation InvokeDataAutomationAsync InvokeDataAutomationLibraryIngestionJob PrepareAgent PrepareFlow PutAccountDataRetention PutEnforcedGuardrailConfiguration PutFoundationModelEntitlement PutInvocationStep PutModelInvocationLoggingConfiguration PutResourcePolicy PutUseCaseForModelAccess RegisterMarketplaceModelEndpoint Rerank RetrieveAndGenerate StartAutomatedReasoningPolicyBuildWorkflow StartAutomatedReasoningPolicyTestWorkflow StartFlowExecution StartIngestionJob StopAdvancedPromptOptimizationJob StopEvaluationJob StopFlowExecution StopIngestionJob StopModelCustomizationJob StopModelInvocationJob UpdateAgent UpdateAgentActionGroup UpdateAgentAlias UpdateAgentCollaborator UpdateAgentKnowledgeBase UpdateAutomatedReasoningPolicy UpdateAutomatedReasoningPolicyAnnotations UpdateAutomatedReasoningPolicyTestCase UpdateBlueprint UpdateCustomModelDeployment UpdateDataAutomationLibrary UpdateDataAutomationProject UpdateDataSource UpdateFlow UpdateFlowAlias UpdateGuardrail UpdateKnowledgeBase UpdateMarketplaceModelEndpoint UpdatePrompt UpdateProvisionedModelThroughput UpdateSession"
	},
	"bedrock-agentcore": {
		"L": "GatewayListResourcesForWebACL ListABTests ListActors ListAgentRuntimeEndpoints ListAgentRuntimeVersions ListAgentRuntimeVersionsByCapacityProvider ListAgentRuntimes ListBatchEvaluations ListBrowserProfiles ListBrowserSessions ListBrowsers ListCapacityProviders ListCodeInterpreterSessions ListCodeInterpreters ListConfigurationBundleVersions ListConfigurationBundles ListConsentPortals ListDatasetExamples ListDatasetVersions ListDatasets ListEvaluators ListEvents ListGatewayRateLimits ListGatewayRules ListGatewayTargets ListGateways ListHarnessEndpoints ListHarnessVersions ListHarnesses ListMemories ListMemoryExtractionJobs ListMemoryRecords ListOnlineEvaluationConfigs ListPaymentConnectors ListPaymentCredentialProviders ListPaymentInstruments ListPaymentManagers ListPaymentSessions ListPolicies ListPolicyEngineSummaries ListPolicyEngines ListPolicyGenerationAssets ListPolicyGenerationSummaries ListPolicyGenerations ListPolicySummaries ListRecommendations ListRegistries ListRegistryRecords ListSessions ListTagsForResource RetrieveMemoryRecords",
		"P": "AllowVendedLogDeliveryForResource AuthorizeAction InvokeGateway InvokeWebSearch ManageAdminPolicy ManageResourceScopedPolicy PartiallyAuthorizeActions SynchronizeGatewayTargets",
		"R": "CompleteResourceTokenAuth ConnectBrowserAutomationStream ConnectBrowserLiveViewStream GatewayGetWebACLForResource GetABTest GetAgentCard GetAgentRuntime GetAgentRuntimeEndpoint GetApiKeyCredentialProvider GetBatchEvaluation GetBrowser GetBrowserProfile GetBrowserSession GetCapacityProvider GetCodeInterpreter GetCodeInterpreterSession GetConfigurationBundle GetConfigurationBundleVersion GetConsentPortal GetDataset GetEvaluator GetEvent GetGateway GetGatewayRateLimit GetGatewayRule GetGatewayTarget GetHarness GetHarnessEndpoint GetMemory GetMemoryRecord GetOauth2CredentialProvider GetOnlineEvaluationConfig GetPaymentConnector GetPaymentCredentialProvider GetPaymentInstrument GetPaymentInstrumentBalance GetPaymentManager GetPaymentSession GetPolicy GetPolicyEngine GetPolicyEngineSummary GetPolicyGeneration GetPolicyGenerationSummary GetPolicySummary GetRecommendation GetRegistry GetRegistryRecord GetResourceApiKey GetResourceOauth2Token GetResourcePaymentToken GetResourcePolicy GetTokenVault GetWorkloadIdentity InvokeRegistryMcp ListApiKeyCredentialProviders ListOauth2CredentialProviders ListWorkloadIdentities SearchRegistryRecords",
		"T": "TagResource UntagResource",
		"W": "AddDatasetExamples BatchCreateMemoryRecords BatchDeleteMemoryRecords BatchPutGatewayRateLimits BatchUpdateMemoryRecords CreateABTest CreateAgentRuntime CreateAgentRuntimeEndpoint CreateApiKeyCredentialProvider CreateBrowser CreateBrowserProfile CreateCapacityProvider CreateCodeInterpreter CreateConfigurationBundle CreateConsentPortal CreateDataset CreateDatasetVersion CreateEvaluator CreateEvent CreateGateway CreateGatewayRateLimit CreateGatewayRule CreateGatewayTarget CreateHarness CreateHarnessEndpoint CreateMemory CreateOauth2CredentialProvider CreateOnlineEvaluationConfig CreatePaymentConnector CreatePaymentCredentialProvider CreatePaymentInstrument CreatePaymentManager CreatePaymentSession CreatePolicy CreatePolicyEngine CreateRegistry CreateRegistryRecord CreateWorkloadIdentity DeleteABTest DeleteAgentRuntime DeleteAgentRuntimeEndpoint DeleteApiKeyCredentialProvider DeleteBatchEvaluation DeleteBrowser DeleteBrowserProfile DeleteCapacityProvider DeleteCapacityProviderSession DeleteCodeInterpreter DeleteConfigurationBundle DeleteConsentPortal DeleteDataset DeleteDatasetExamples DeleteEvaluator DeleteEvent DeleteGateway DeleteGatewayRateLimit DeleteGatewayRule DeleteGatewayTarget DeleteHarness DeleteHarnessEndpoint DeleteMemory DeleteMemoryRecord DeleteOauth2CredentialProvider DeleteOnlineEvaluationConfig DeletePaymentConnector DeletePaymentCredentialProvider DeletePaymentInstrument DeletePaymentManager DeletePaymentSession DeletePolicy DeletePolicyEngine DeleteRecommendation DeleteRegistry DeleteRegistryRecord DeleteResourcePolicy DeleteWorkloadIdentity Evaluate GatewayAssociateWebACL GatewayDisassociateWebACL GetWorkloadAccessToken GetWorkloadAccessTokenForJWT GetWorkloadAccessTokenForUserId InvokeAgentRuntime InvokeAgentRuntimeCommand InvokeAgentRuntimeCommandShell InvokeAgentRuntimeForUser InvokeAgentRuntimeWithWebSocketStream InvokeAgentRuntimeWithWebSocketStreamForUser InvokeCodeInterpreter InvokeHarness PassCapacityProvider ProcessPayment PutResourcePolicy PutSystemLogEvents SaveBrowserSessionProfile SetTokenVaultCMK StartBatchEvaluation StartBrowserSession StartCodeInterpreterSession StartMemoryExtractionJob StartPolicyGeneration StartRecommendation StopBatchEvaluation StopBrowserSession StopCodeInterpreterSession StopRuntimeSession SubmitRegistryRecordForApproval UpdateABTest UpdateAgentRuntime UpdateAgentRuntimeEndpoint UpdateApiKeyCredentialProvider UpdateBrowserStream UpdateCapacityProvider UpdateConfigurationBundle UpdateConsentPortal UpdateDataset UpdateDatasetExamples UpdateEvaluator UpdateGateway UpdateGatewayRateLimit UpdateGatewayRule UpdateGatewayTarget UpdateHarness UpdateHarnessEndpoint UpdateMemory UpdateOauth2CredentialProvider UpdateOnlineEvaluationConfig UpdatePaymentConnector UpdatePaymentCredentialProvider UpdatePaymentManager UpdatePolicy UpdatePolicyEngine UpdateRegistry UpdateRegistryRecord UpdateRegistryRecordStatus UpdateWorkloadIdentity"
	},
	"bedrock-mantle": {
		"L": "CallWithBearerToken ListCustomizedModelAssociations ListCustomizedModels ListFiles ListFineTuningJobs ListModels ListProjects ListReservations",
		"R": "CountTokens GetAccountDataRetention GetCustomizedModel GetFile GetFineTuningJob GetInference GetModel GetProject GetReservation ListTagsForResource",
		"T": "TagResource UntagResource",
		"W": "ArchiveProject AssociateCustomizedModel CancelFineTuningJob CancelInference CreateCustomizedModel CreateFile CreateFineTuningJob CreateInference CreateProject CreateReservation DeleteCustomizedModel DeleteFile DeleteInference DeleteReservation DisassociateCustomizedModel PutAccountDataRetention UpdateProject UpdateReservation"
	},
	"bedrock-websearch": { "R": "ExternalWebAccess InvokeFetch InvokeSearch" },
	"billing": {
		"L": "ListBillingViewSegments ListEnterpriseSupportLinkedAccountCharges ListSourceViewsForBillingView",
		"P": "DeleteResourcePolicy GetResourcePolicy PutResourcePolicy",
		"R": "GetBillingData GetBillingDetails GetBillingNotifications GetBillingPreferences GetBillingView GetBillingViewData GetContractInformation GetCreditAllocationHistory GetCredits GetEnterpriseSupportChargeSummary GetEnterpriseSupportContractDetails GetIAMAccessPreference GetSellerOfRecord ListBillingViews ListTagsForResource UseSourceView",
		"T": "TagResource UntagResource",
		"W": "AssociateSourceViews CreateBillingView DeleteBillingView DisassociateSourceViews PutContractInformation RedeemCredits UpdateBillingPreferences UpdateBillingView UpdateIAMAccessPreference"
	},
	"billingconductor": {
		"L": "ListAccountAssociations ListPricingPlansAssociatedWithPricingRule ListPricingRulesAssociatedToPricingPlan ListResourcesAssociatedToCustomLineItem",
		"R": "GetBillingGroupCostReport GetBillingTransferPreference ListBillingGroupCostReports ListBillingGroups ListCustomLineItemVersions ListCustomLineItems ListPricingPlans ListPricingRules ListTagsForResource",
		"T": "TagResource UntagResource",
		"W": "AssociateAccounts AssociatePricingRules BatchAssociateResourcesToCustomLineItem BatchDisassociateResourcesFromCustomLineItem CreateBillingGroup CreateCustomLineItem CreatePricingPlan CreatePricingRule DeleteBillingGroup DeleteCustomLineItem DeletePricingPlan DeletePricingRule DisassociateAccounts DisassociatePricingRules UpdateBillingGroup UpdateBillingTransferPreference UpdateCustomLineItem UpdatePricingPlan UpdatePricingRule"
	},
	"braket": {
		"L": "SearchDevices SearchJobs SearchQuantumTasks",
		"R": "GetDevice GetJob GetQuantumTask GetServiceLinkedRoleStatus GetUserAgreementStatus ListTagsForResource SearchSpendingLimits",
		"T": "TagResource UntagResource",
		"W": "AcceptUserAgreement CancelJob CancelQuantumTask CreateJob CreateQuantumTask CreateSpendingLimit DeleteSpendingLimit UpdateSpendingLimit"
	},
	"budgets": {
		"R": "DescribeBudgetAction DescribeBudgetActionHistories DescribeBudgetActionsForAccount DescribeBudgetActionsForBudget ListTagsForResource ViewBudget",
		"T": "TagResource UntagResource",
		"W": "CreateBudgetAction DeleteBudgetAction ExecuteBudgetAction ModifyBudget UpdateBudgetAction"
	},
	"bugbust": {
		"L": "ListEvents",
		"R": "GetEvent GetJoinEventStatus ListBugs ListEventParticipants ListEventScores ListProfilingGroups ListPullRequests ListTagsForResource",
		"T": "TagResource UntagResource",
		"W": "CreateEvent EvaluateProfilingGroups JoinEvent UpdateEvent UpdateWorkItem UpdateWorkItemAdmin"
	},
	"cases": {
		"L": "ListCaseRules ListCasesForContact ListDomains ListFieldOptions ListFields ListLayouts ListTemplates",
		"R": "BatchGetCaseRule BatchGetField GetCase GetCaseAuditEvents GetCaseEventConfiguration GetDomain GetLayout GetTemplate ListTagsForResource SearchAllRelatedItems SearchCases SearchRelatedItems",
		"T": "TagResource UntagResource",
		"W": "BatchPutFieldOptions CreateCase CreateCaseRule CreateDomain CreateField CreateLayout CreateRelatedItem CreateTemplate DeleteCase DeleteCaseRule DeleteDomain DeleteField DeleteLayout DeleteRelatedItem DeleteTemplate PutCaseEventConfiguration UpdateCase UpdateCaseRule UpdateField UpdateLayout UpdateRelatedItem UpdateTemplate"
	},
	"cassandra": {
		"L": "ListStreams",
		"R": "GetRecords GetShardIterator GetStream Select SelectMultiRegionResource",
		"T": "TagMultiRegionResource TagResource UnTagMultiRegionResource UntagResource",
		"W": "Alter AlterMultiRegionResource Create CreateMultiRegionResource Drop DropMultiRegionResource Modify ModifyMultiRegionResource Restore RestoreMultiRegionTable UpdatePartitioner"
	},
	"ce": {
		"L": "ListCommitmentPurchaseAnalyses ListCostAllocationTagBackfillHistory ListCostAllocationTags ListCostCategoryDefinitions ListCostCategoryResourceAssociations ListSavingsPlansPurchaseRecommendationGeneration",
		"R": "DescribeCostCategoryDefinition DescribeNotificationSubscription DescribeReport GetAnomalies GetAnomalyMonitors GetAnomalySubscriptions GetApproximateUsageRecords GetCommitmentPurchaseAnalysis GetConsoleActionSetEnforced GetCostAndUsage GetCostAndUsageComparisons GetCostAndUsageWithResources GetCostCategories GetCostComparisonDrivers GetCostForecast GetDimensionValues GetPreferences GetReservationCoverage GetReservationPurchaseRecommendation GetReservationUtilization GetRightsizingRecommendation GetSavingsPlanPurchaseRecommendationDetails GetSavingsPlansCoverage GetSavingsPlansPurchaseRecommendation GetSavingsPlansUtilization GetSavingsPlansUtilizationDetails GetTags GetUsageForecast ListTagsForResource",
		"T": "TagResource UntagResource",
		"W": "CreateAnomalyMonitor CreateAnomalySubscription CreateCostCategoryDefinition CreateNotificationSubscription CreateReport DeleteAnomalyMonitor DeleteAnomalySubscription DeleteCostCategoryDefinition DeleteNotificationSubscription DeleteReport ProvideAnomalyFeedback StartCommitmentPurchaseAnalysis StartCostAllocationTagBackfill StartSavingsPlansPurchaseRecommendationGeneration UpdateAnomalyMonitor UpdateAnomalySubscription UpdateConsoleActionSetEnforced UpdateCostAllocationTagsStatus UpdateCostCategoryDefinition UpdateNotificationSubscription UpdatePreferences UpdateReport"
	},
	"chatbot": {
		"L": "ListCustomActions",
		"R": "DescribeChimeWebhookConfigurations DescribeSlackChannelConfigurations DescribeSlackChannels DescribeSlackUserIdentities DescribeSlackWorkspaces GetAccountPreferences GetCustomAction GetMicrosoftTeamsChannelConfiguration GetMicrosoftTeamsOauthParameters GetSlackOauthParameters ListAssociations ListMicrosoftTeamsChannelConfigurations ListMicrosoftTeamsConfiguredTeams ListMicrosoftTeamsUserIdentities ListTagsForResource",
		"T": "TagResource UntagResource",
		"W": "AssociateToConfiguration CreateChimeWebhookConfiguration CreateCustomAction CreateMicrosoftTeamsChannelConfiguration CreateSlackChannelConfiguration DeleteChimeWebhookConfiguration DeleteCustomAction DeleteMicrosoftTeamsChannelConfiguration DeleteMicrosoftTeamsConfiguredTeam DeleteMicrosoftTeamsUserIdentity DeleteSlackChannelConfiguration DeleteSlackUserIdentity DeleteSlackWorkspaceAuthorization DisassociateFromConfiguration RedeemMicrosoftTeamsOauthCode RedeemSlackOauthCode UpdateAccountPreferences UpdateChimeWebhookConfiguration UpdateCustomAction UpdateMicrosoftTeamsChannelConfiguration UpdateSlackChannelConfiguration"
	},
	"chime": {
		"L": "ListAccountUsageReportData ListAccounts ListApiKeys ListAppInstanceAdmins ListAppInstanceBots ListAppInstanceUserEndpoints ListAppInstanceUsers ListAppInstances ListAttendeeTags ListAttendees ListAvailableVoiceConnectorRegions ListBots ListCDRBucket ListCallingRegions ListChannelBans ListChannelFlows ListChannelMemberships ListChannelMembershipsForAppInstanceUser ListChannelModerators ListChannels ListChannelsAssociatedWithChannelFlow ListChannelsModeratedByAppInstanceUser ListDelegates ListDirectories ListDomains ListGroups ListMediaCapturePipelines ListMediaInsightsPipelineConfigurations ListMediaPipelineKinesisVideoStreamPools ListMediaPipelines ListMeetingEvents ListMeetingTags ListMeetings ListMeetingsReportData ListPhoneNumberOrders ListPhoneNumbers ListProxySessions ListRoomMemberships ListRooms ListSipMediaApplications ListSipRules ListSubChannels ListSupportedPhoneNumberCountries ListUsers ListVoiceConnectorGroups ListVoiceConnectorTerminationCredentials ListVoiceConnectors ListVoiceProfileDomains ListVoiceProfiles SearchChannels",
		"R": "DescribeAppInstance DescribeAppInstanceAdmin DescribeAppInstanceBot DescribeAppInstanceUser DescribeAppInstanceUserEndpoint DescribeChannel DescribeChannelBan DescribeChannelFlow DescribeChannelMembership DescribeChannelMembershipForAppInstanceUser DescribeChannelModeratedByAppInstanceUser DescribeChannelModerator GetAccount GetAccountResource GetAccountSettings GetAccountWithOpenIdConfig GetAppInstanceRetentionSettings GetAppInstanceStreamingConfigurations GetAttendee GetBot GetCDRBucket GetChannelMembershipPreferences GetChannelMessage GetChannelMessageStatus GetDomain GetEventsConfiguration GetGlobalSettings GetMediaCapturePipeline GetMediaInsightsPipelineConfiguration GetMediaPipeline GetMediaPipelineKinesisVideoStreamPool GetMeeting GetMeetingDetail GetMessagingSessionEndpoint GetMessagingStreamingConfigurations GetPhoneNumber GetPhoneNumberOrder GetPhoneNumberSettings GetProxySession GetRetentionSettings GetRoom GetSipMediaApplication GetSipMediaApplicationAlexaSkillConfiguration GetSipMediaApplicationLoggingConfiguration GetSipRule GetSpeakerSearchTask GetTelephonyLimits GetUser GetUserActivityReportData GetUserByEmail GetUserSettings GetVoiceConnector GetVoiceConnectorEmergencyCallingConfiguration GetVoiceConnectorExternalSystemsConfiguration GetVoiceConnectorGroup GetVoiceConnectorLoggingConfiguration GetVoiceConnectorOrigination GetVoiceConnectorProxy GetVoiceConnectorStreamingConfiguration GetVoiceConnectorTermination GetVoiceConnectorTerminationHealth GetVoiceProfile GetVoiceProfileDomain GetVoiceToneAnalysisTask ListChannelMessages ListTagsForResource RetrieveDataExports SearchAvailablePhoneNumbers ValidateAccountResource ValidateE911Address",
		"T": "TagAttendee TagMeeting TagResource UntagAttendee UntagMeeting UntagResource",
		"W": "AcceptDelegate ActivateUsers AddDomain AddOrUpdateGroups AssociateChannelFlow AssociatePhoneNumberWithUser AssociatePhoneNumbersWithVoiceConnector AssociatePhoneNumbersWithVoiceConnectorGroup AssociateSigninDelegateGroupsWithAccount AssociateVoiceConnectorConnect AuthorizeDirectory BatchCreateAttendee BatchCreateChannelMembership BatchCreateRoomMembership BatchDeletePhoneNumber BatchSuspendUser BatchUnsuspendUser BatchUpdateAttendeeCapabilitiesExcept BatchUpdatePhoneNumber BatchUpdateUser ChannelFlowCallback Connect ConnectDirectory CreateAccount CreateApiKey CreateAppInstance CreateAppInstanceAdmin CreateAppInstanceBot CreateAppInstanceUser CreateAttendee CreateBot CreateCDRBucket CreateChannel CreateChannelBan CreateChannelFlow CreateChannelMembership CreateChannelModerator CreateConnectAnalyticsConnector CreateConnectCallTransferConnector CreateMediaCapturePipeline CreateMediaConcatenationPipeline CreateMediaInsightsPipeline CreateMediaInsightsPipelineConfiguration CreateMediaLiveConnectorPipeline CreateMediaPipelineKinesisVideoStreamPool CreateMediaStreamPipeline CreateMeeting CreateMeetingDialOut CreateMeetingWithAttendees CreatePhoneNumberOrder CreateProxySession CreateRoom CreateRoomMembership CreateSipMediaApplication CreateSipMediaApplicationCall CreateSipRule CreateUser CreateVoiceConnector CreateVoiceConnectorGroup CreateVoiceProfile CreateVoiceProfileDomain DeleteAccount DeleteAccountOpenIdConfig DeleteApiKey DeleteAppInstance DeleteAppInstanceAdmin DeleteAppInstanceBot DeleteAppInstanceStreamingConfigurations DeleteAppInstanceUser DeleteAttendee DeleteCDRBucket DeleteChannel DeleteChannelBan DeleteChannelFlow DeleteChannelMembership DeleteChannelMessage DeleteChannelModerator DeleteDelegate DeleteDomain DeleteEventsConfiguration DeleteGroups DeleteMediaCapturePipeline DeleteMediaInsightsPipelineConfiguration DeleteMediaPipeline DeleteMediaPipelineKinesisVideoStreamPool DeleteMeeting DeleteMessagingStreamingConfigurations DeletePhoneNumber DeleteProxySession DeleteRoom DeleteRoomMembership DeleteSipMediaApplication DeleteSipRule DeleteVoiceConnector DeleteVoiceConnectorEmergencyCallingConfiguration DeleteVoiceConnectorExternalSystemsConfiguration DeleteVoiceConnectorGroup DeleteVoiceConnectorOrigination DeleteVoiceConnectorProxy DeleteVoiceConnectorStreamingConfiguration DeleteVoiceConnectorTermination DeleteVoiceConnectorTerminationCredentials DeleteVoiceProfile DeleteVoiceProfileDomain DeregisterAppInstanceUserEndpoint DisassociateChannelFlow DisassociatePhoneNumberFromUser DisassociatePhoneNumbersFromVoiceConnector DisassociatePhoneNumbersFromVoiceConnectorGroup DisassociateSigninDelegateGroupsFromAccount DisassociateVoiceConnectorConnect DisconnectDirectory InviteDelegate InviteUsers InviteUsersFromProvider LogoutUser PutAppInstanceRetentionSettings PutAppInstanceStreamingConfigurations PutAppInstanceUserExpirationSettings PutChannelExpirationSettings PutChannelMembershipPreferences PutEventsConfiguration PutMessagingStreamingConfigurations PutRetentionSettings PutSipMediaApplicationAlexaSkillConfiguration PutSipMediaApplicationLoggingConfiguration PutVoiceConnectorEmergencyCallingConfiguration PutVoiceConnectorExternalSystemsConfiguration PutVoiceConnectorLoggingConfiguration PutVoiceConnectorOrigination PutVoiceConnectorProxy PutVoiceConnectorStreamingConfiguration PutVoiceConnectorTermination PutVoiceConnectorTerminationCredentials RedactChannelMessage RedactConversationMessage RedactRoomMessage RegenerateSecurityToken RegisterAppInstanceUserEndpoint RenameAccount RenewDelegate ResetAccountResource ResetPersonalPIN RestorePhoneNumber SendChannelMessage StartDataExport StartMeetingTranscription StartSpeakerSearchTask StartVoiceToneAnalysisTask StopMeetingTranscription StopSpeakerSearchTask StopVoiceToneAnalysisTask SubmitSupportRequest SuspendUsers UnauthorizeDirectory UpdateAccount UpdateAccountOpenIdConfig UpdateAccountResource UpdateAccountSettings UpdateAppInstance UpdateAppInstanceBot UpdateAppInstanceUser UpdateAppInstanceUserEndpoint UpdateAttendeeCapabilities UpdateBot UpdateCDRSettings UpdateChannel UpdateChannelFlow UpdateChannelMessage UpdateChannelReadMarker UpdateGlobalSettings UpdateMediaInsightsPipelineConfiguration UpdateMediaInsightsPipelineStatus UpdateMediaPipelineKinesisVideoStreamPool UpdatePhoneNumber UpdatePhoneNumberSettings UpdateProxySession UpdateRoom UpdateRoomMembership UpdateSipMediaApplication UpdateSipMediaApplicationCall UpdateSipRule UpdateSupportedLicenses UpdateUser UpdateUserLicenses UpdateUserSettings UpdateVoiceConnector UpdateVoiceConnectorGroup UpdateVoiceProfile UpdateVoiceProfileDomain"
	},
	"cleanrooms": {
		"L": "ListAnalysisLogExports ListAnalysisTemplates ListCollaborationAnalysisTemplates ListCollaborationChangeRequests ListCollaborationConfiguredAudienceModelAssociations ListCollaborationIdNamespaceAssociations ListCollaborationPrivacyBudgetTemplates ListCollaborationPrivacyBudgets ListCollaborations ListConfiguredAudienceModelAssociations ListConfiguredTableAssociations ListConfiguredTables ListIdMappingTables ListIdNamespaceAssociations ListIntermediateTableVersions ListIntermediateTables ListMembers ListMemberships ListPrivacyBudgetTemplates ListPrivacyBudgets ListProtectedJobs ListProtectedQueries ListSchemas ListTagsForResource",
		"R": "BatchGetCollaborationAnalysisTemplate BatchGetSchema BatchGetSchemaAnalysisRule GetAnalysisLogExport GetAnalysisTemplate GetCollaboration GetCollaborationAnalysisTemplate GetCollaborationChangeRequest GetCollaborationConfiguredAudienceModelAssociation GetCollaborationIdNamespaceAssociation GetCollaborationPrivacyBudgetTemplate GetConfiguredAudienceModelAssociation GetConfiguredTable GetConfiguredTableAnalysisRule GetConfiguredTableAssociation GetConfiguredTableAssociationAnalysisRule GetIdMappingTable GetIdNamespaceAssociation GetIntermediateTable GetIntermediateTableAnalysisRule GetMembership GetPrivacyBudgetTemplate GetProtectedJob GetProtectedQuery GetSchema GetSchemaAnalysisRule PassCollaboration PassMembership PreviewPrivacyImpact",
		"T": "TagResource UntagResource",
		"W": "CreateAnalysisTemplate CreateCollaboration CreateCollaborationChangeRequest CreateConfiguredAudienceModelAssociation CreateConfiguredTable CreateConfiguredTableAnalysisRule CreateConfiguredTableAssociation CreateConfiguredTableAssociationAnalysisRule CreateIdMappingTable CreateIdNamespaceAssociation CreateIntermediateTable CreateIntermediateTableAnalysisRule CreateMembership CreatePrivacyBudgetTemplate DeleteAnalysisTemplate DeleteCollaboration DeleteConfiguredAudienceModelAssociation DeleteConfiguredTable DeleteConfiguredTableAnalysisRule DeleteConfiguredTableAssociation DeleteConfiguredTableAssociationAnalysisRule DeleteIdMappingTable DeleteIdNamespaceAssociation DeleteIntermediateTable DeleteIntermediateTableAnalysisRule DeleteMember DeleteMembership DeletePrivacyBudgetTemplate DisallowIntermediateTable PopulateIdMappingTable PopulateIntermediateTable StartAnalysisLogExport StartProtectedJob StartProtectedQuery UpdateAnalysisTemplate UpdateCollaboration UpdateCollaborationChangeRequest UpdateConfiguredAudienceModelAssociation UpdateConfiguredTable UpdateConfiguredTableAllowedColumns UpdateConfiguredTableAnalysisRule UpdateConfiguredTableAssociation UpdateConfiguredTableAssociationAnalysisRule UpdateConfiguredTableReference UpdateIdMappingTable UpdateIdNamespaceAssociation UpdateIntermediateTable UpdateIntermediateTableAnalysisRule UpdateMembership UpdatePrivacyBudgetTemplate UpdateProtectedJob UpdateProtectedQuery"
	},
	"cleanrooms-ml": {
		"L": "ListAudienceExportJobs ListAudienceGenerationJobs ListAudienceModels ListCollaborationConfiguredModelAlgorithmAssociations ListCollaborationMLInputChannels ListCollaborationTrainedModelExportJobs ListCollaborationTrainedModelInferenceJobs ListCollaborationTrainedModels ListConfiguredAudienceModels ListConfiguredModelAlgorithmAssociations ListConfiguredModelAlgorithms ListMLInputChannels ListTagsForResource ListTrainedModelInferenceJobs ListTrainedModelVersions ListTrainedModels ListTrainingDatasets",
		"P": "PutConfiguredAudienceModelPolicy",
		"R": "GetAudienceGenerationJob GetAudienceModel GetCollaborationConfiguredModelAlgorithmAssociation GetCollaborationMLInputChannel GetCollaborationTrainedModel GetConfiguredAudienceModel GetConfiguredAudienceModelPolicy GetConfiguredModelAlgorithm GetConfiguredModelAlgorithmAssociation GetMLConfiguration GetMLInputChannel GetTrainedModel GetTrainedModelInferenceJob GetTrainingDataset",
		"T": "TagResource UnTagResource",
		"W": "CancelTrainedModel CancelTrainedModelInferenceJob CreateAudienceModel CreateConfiguredAudienceModel CreateConfiguredModelAlgorithm CreateConfiguredModelAlgorithmAssociation CreateMLInputChannel CreateTrainedModel CreateTrainingDataset DeleteAudienceGenerationJob DeleteAudienceModel DeleteConfiguredAudienceModel DeleteConfiguredAudienceModelPolicy DeleteConfiguredModelAlgorithm DeleteConfiguredModelAlgorithmAssociation DeleteMLConfiguration DeleteMLInputChannelData DeleteTrainedModelOutput DeleteTrainingDataset PutMLConfiguration StartAudienceExportJob StartAudienceGenerationJob StartTrainedModelExportJob StartTrainedModelInferenceJob UpdateConfiguredAudienceModel"
	},
	"cloud9": {
		"R": "CreateEnvironmentToken DescribeEC2Remote DescribeEnvironmentMemberships DescribeEnvironmentStatus DescribeEnvironments DescribeSSHRemote GetEnvironmentConfig GetEnvironmentSettings GetMembershipSettings GetMigrationExperiences GetUserPublicKey GetUserSettings ListEnvironments ListTagsForResource",
		"T": "TagResource UntagResource",
		"W": "ActivateEC2Remote CreateEnvironmentEC2 CreateEnvironmentMembership CreateEnvironmentSSH DeleteEnvironment DeleteEnvironmentMembership ModifyTemporaryCredentialsOnEnvironmentEC2 UpdateEnvironment UpdateEnvironmentMembership UpdateEnvironmentSettings UpdateMembershipSettings UpdateSSHRemote UpdateUserSettings"
	},
	"clouddirectory": {
		"L": "ListAppliedSchemaArns ListDevelopmentSchemaArns ListDirectories ListManagedSchemaArns ListPublishedSchemaArns",
		"R": "BatchRead GetAppliedSchemaVersion GetDirectory GetFacet GetLinkAttributes GetObjectAttributes GetObjectInformation GetSchemaAsJson GetTypedLinkFacetInformation ListAttachedIndices ListFacetAttributes ListFacetNames ListIncomingTypedLinks ListIndex ListObjectAttributes ListObjectChildren ListObjectParentPaths ListObjectParents ListObjectPolicies ListOutgoingTypedLinks ListPolicyAttachments ListTagsForResource ListTypedLinkFacetAttributes ListTypedLinkFacetNames LookupPolicy",
		"T": "TagResource UntagResource",
		"W": "AddFacetToObject ApplySchema AttachObject AttachPolicy AttachToIndex AttachTypedLink BatchWrite CreateDirectory CreateFacet CreateIndex CreateObject CreateSchema CreateTypedLinkFacet DeleteDirectory DeleteFacet DeleteObject DeleteSchema DeleteTypedLinkFacet DetachFromIndex DetachObject DetachPolicy DetachTypedLink DisableDirectory EnableDirectory PublishSchema PutSchemaFromJson RemoveFacetFromObject UpdateFacet UpdateLinkAttributes UpdateObjectAttributes UpdateSchema UpdateTypedLinkFacet UpgradeAppliedSchema UpgradePublishedSchema"
	},
	"cloudformation": {
		"L": "DescribeStacks ListAllHookResults ListChangeSets ListExports ListGeneratedTemplates ListHookResults ListImports ListResourceScanRelatedResources ListResourceScanResources ListResourceScans ListStackInstanceResourceDrifts ListStackInstances ListStackRefactorActions ListStackRefactors ListStackResources ListStackSetAutoDeploymentTargets ListStackSetOperationResults ListStackSetOperations ListStackSets ListStacks ListTypeRegistrations ListTypeVersions ListTypes",
		"P": "SetStackPolicy",
		"R": "BatchDescribeTypeConfigurations DescribeAccountLimits DescribeChangeSet DescribeChangeSetHooks DescribeEvents DescribeGeneratedTemplate DescribeOrganizationsAccess DescribePublisher DescribeResourceScan DescribeStackDriftDetectionStatus DescribeStackEvents DescribeStackInstance DescribeStackRefactor DescribeStackResource DescribeStackResourceDrifts DescribeStackResources DescribeStackSet DescribeStackSetOperation DescribeType DescribeTypeRegistration DetectStackDrift DetectStackResourceDrift DetectStackSetDrift EstimateTemplateCost GetGeneratedTemplate GetHookResult GetResource GetResourceRequestStatus GetStackPolicy GetTemplate GetTemplateSummary ListResourceRequests ListResources ValidateTemplate",
		"T": "TagResource UntagResource",
		"W": "ActivateOrganizationsAccess ActivateType CancelResourceRequest CancelUpdateStack ContinueUpdateRollback CreateChangeSet CreateGeneratedTemplate CreateResource CreateStack CreateStackInstances CreateStackRefactor CreateStackSet CreateUploadBucket DeactivateOrganizationsAccess DeactivateType DeleteChangeSet DeleteGeneratedTemplate DeleteResource DeleteStack DeleteStackInstances DeleteStackSet DeregisterType ExecuteChangeSet ExecuteStackRefactor ImportStacksToStackSet PublishType RecordHandlerProgress RegisterPublisher RegisterType RollbackStack SetTypeConfiguration SetTypeDefaultVersion SignalResource StartResourceScan StopStackSetOperation TestType UpdateGeneratedTemplate UpdateResource UpdateStack UpdateStackInstances UpdateStackSet UpdateTerminationProtection"
	},
	"cloudfront": {
		"L": "ListAnycastIpLists ListCachePolicies ListCloudFrontOriginAccessIdentities ListConflictingAliases ListConnectionFunctions ListConnectionGroups ListContinuousDeploymentPolicies ListDistributionTenants ListDistributionTenantsByCustomization ListDistributions ListDistributionsByAnycastIpListId ListDistributionsByCachePolicyId ListDistributionsByConnectionFunction ListDistributionsByConnectionMode ListDistributionsByKeyGroup ListDistributionsByLambdaFunction ListDistributionsByOriginRequestPolicyId ListDistributionsByRealtimeLogConfig ListDistributionsByResponseHeadersPolicyId ListDistributionsByTrustStore ListDistributionsByVpcOriginId ListDistributionsByWebACLId ListDomainConflicts ListFieldLevelEncryptionConfigs ListFieldLevelEncryptionProfiles ListFunctions ListInvalidations ListInvalidationsForDistributionTenant ListKeyGroups ListKeyValueStores ListOriginAccessControls ListOriginRequestPolicies ListPublicKeys ListRateCards ListRealtimeLogConfigs ListResponseHeadersPolicies ListSavingsPlans ListStreamingDistributions ListTrustStores ListUsages ListVpcOrigins",
		"P": "AllowVendedLogDeliveryForResource",
		"R": "DescribeConnectionFunction DescribeFunction DescribeKeyValueStore GetAnycastIpList GetCachePolicy GetCachePolicyConfig GetCloudFrontOriginAccessIdentity GetCloudFrontOriginAccessIdentityConfig GetConnectionFunction GetConnectionGroup GetConnectionGroupByRoutingEndpoint GetContinuousDeploymentPolicy GetContinuousDeploymentPolicyConfig GetDistribution GetDistributionConfig GetDistributionTenant GetDistributionTenantByDomain GetFieldLevelEncryption GetFieldLevelEncryptionConfig GetFieldLevelEncryptionProfile GetFieldLevelEncryptionProfileConfig GetFunction GetInvalidation GetInvalidationForDistributionTenant GetKeyGroup GetKeyGroupConfig GetManagedCertificateDetails GetMonitoringSubscription GetOriginAccessControl GetOriginAccessControlConfig GetOriginRequestPolicy GetOriginRequestPolicyConfig GetPublicKey GetPublicKeyConfig GetRealtimeLogConfig GetResourcePolicy GetResponseHeadersPolicy GetResponseHeadersPolicyConfig GetSavingsPlan GetStreamingDistribution GetStreamingDistributionConfig GetTrustStore GetVpcOrigin ListTagsForResource VerifyDnsConfiguration",
		"T": "TagResource UntagResource",
		"W": "AssociateAlias AssociateDistributionTenantWebACL AssociateDistributionWebACL CopyDistribution CreateAnycastIpList CreateCachePolicy CreateCloudFrontOriginAccessIdentity CreateConnectionFunction CreateConnectionGroup CreateContinuousDeploymentPolicy CreateDistribution CreateDistributionTenant CreateFieldLevelEncryptionConfig CreateFieldLevelEncryptionProfile CreateFunction CreateInvalidation CreateInvalidationForDistributionTenant CreateKeyGroup CreateKeyValueStore CreateMonitoringSubscription CreateOriginAccessControl CreateOriginRequestPolicy CreatePublicKey CreateRealtimeLogConfig CreateResponseHeadersPolicy CreateSavingsPlan CreateStreamingDistribution CreateStreamingDistributionWithTags CreateTrustStore CreateVpcOrigin DeleteAnycastIpList DeleteCachePolicy DeleteCloudFrontOriginAccessIdentity DeleteConnectionFunction DeleteConnectionGroup DeleteContinuousDeploymentPolicy DeleteDistribution DeleteDistributionTenant DeleteFieldLevelEncryptionConfig DeleteFieldLevelEncryptionProfile DeleteFunction DeleteKeyGroup DeleteKeyValueStore DeleteMonitoringSubscription DeleteOriginAccessControl DeleteOriginRequestPolicy DeletePublicKey DeleteRealtimeLogConfig DeleteResourcePolicy DeleteResponseHeadersPolicy DeleteStreamingDistribution DeleteTrustStore DeleteVpcOrigin DisassociateDistributionTenantWebACL DisassociateDistributionWebACL PublishConnectionFunction PublishFunction PutResourcePolicy TestConnectionFunction TestFunction UpdateAnycastIpList UpdateCachePolicy UpdateCloudFrontOriginAccessIdentity UpdateConnectionFunction UpdateConnectionGroup UpdateContinuousDeploymentPolicy UpdateDistribution UpdateDistributionTenant UpdateDistributionWithStagingConfig UpdateDomainAssociation UpdateFieldLevelEncryptionConfig UpdateFieldLevelEncryptionProfile UpdateFunction UpdateKeyGroup UpdateKeyValueStore UpdateOriginAccessControl UpdateOriginRequestPolicy UpdatePublicKey UpdateRealtimeLogConfig UpdateResponseHeadersPolicy UpdateSavingsPlan UpdateStreamingDistribution UpdateTrustStore UpdateVpcOrigin"
	},
	"cloudfront-keyvaluestore": {
		"L": "ListKeys",
		"R": "DescribeKeyValueStore GetKey",
		"W": "DeleteKey PutKey UpdateKeys"
	},
	"cloudhsm": {
		"P": "DeleteResourcePolicy PutResourcePolicy",
		"R": "DescribeBackups DescribeClusters GetResourcePolicy ListTags",
		"T": "TagResource UntagResource",
		"W": "CopyBackupToRegion CreateCluster CreateHsm DeleteBackup DeleteCluster DeleteHsm InitializeCluster ModifyBackupAttributes ModifyCluster RestoreBackup"
	},
	"cloudsearch": {
		"L": "DescribeDomains ListDomainNames",
		"P": "UpdateServiceAccessPolicies",
		"R": "DescribeAnalysisSchemes DescribeAvailabilityOptions DescribeDomainEndpointOptions DescribeExpressions DescribeIndexFields DescribeScalingParameters DescribeServiceAccessPolicies DescribeSuggesters ListTags search suggest",
		"T": "AddTags RemoveTags",
		"W": "BuildSuggesters CreateDomain DefineAnalysisScheme DefineExpression DefineIndexField DefineSuggester DeleteAnalysisScheme DeleteDomain DeleteExpression DeleteIndexField DeleteSuggester IndexDocuments UpdateAvailabilityOptions UpdateDomainEndpointOptions UpdateScalingParameters document"
	},
	"cloudshell": {
		"L": "DescribeEnvironments",
		"R": "ApproveCommand GetEnvironmentStatus",
		"W": "CreateEnvironment CreateSession DeleteEnvironment GetFileDownloadUrls GetFileUploadUrls PutCredentials StartEnvironment StopEnvironment"
	},
	"cloudtrail": {
		"L": "ListChannels ListDashboards ListEventDataStores ListImports ListInsightsData ListQueries ListServiceLinkedChannels ListTrails",
		"R": "DescribeQuery DescribeTrails GenerateQueryResultsSummary GetChannel GetDashboard GetEventConfiguration GetEventDataStore GetEventDataStoreData GetEventSelectors GetImport GetInsightSelectors GetQueryResults GetResourcePolicy GetServiceLinkedChannel GetTrail GetTrailStatus ListImportFailures ListPublicKeys ListTags LookupEvents SearchSampleQueries",
		"T": "AddTags RemoveTags",
		"W": "CancelQuery CreateChannel CreateDashboard CreateEventDataStore CreateServiceLinkedChannel CreateTrail DeleteChannel DeleteDashboard DeleteEventDataStore DeleteResourcePolicy DeleteServiceLinkedChannel DeleteTrail DeregisterOrganizationDelegatedAdmin DisableFederation EnableFederation GenerateQuery PutEventConfiguration PutEventSelectors PutInsightSelectors PutResourcePolicy RegisterOrganizationDelegatedAdmin RestoreEventDataStore StartDashboardRefresh StartEventDataStoreIngestion StartImport StartLogging StartQuery StopEventDataStoreIngestion StopImport StopLogging UpdateChannel UpdateDashboard UpdateEventDataStore UpdateServiceLinkedChannel UpdateTrail"
	},
	"cloudtrail-data": { "W": "PutAuditEvents" },
	"cloudwatch": {
		"L": "ListAccessGrants ListAccessProfiles ListAlarmMuteRules ListAlertContributors ListAlerts ListDashboards ListDomainAccessGrantsForOrganization ListDomains ListEntitiesForMetric ListIngestionEndpoints ListIntegrations ListMetricStreams ListMetrics ListOmniDashboards ListOmniThreads ListServiceLevelObjectives ListServices ListSpaceAccess ListSpaces ListSpacesForOrganization ListTagsForResource ListTelemetryFields ListTelemetryQuerySessions ListViews",
		"P": "AssumeAccessProfile CreateAccessGrant CreateAccessProfile CreateDomainAccessGrantForOrganization DeleteAccessGrant DeleteAccessProfile DeleteDomainAccessGrantForOrganization UpdateAccessProfile",
		"R": "BatchGetServiceLevelIndicatorReport BatchGetServiceLevelObjectiveBudgetReport DescribeAlarmHistory DescribeAlarms DescribeAlarmsForMetric DescribeAnomalyDetectors DescribeInsightRules GenerateQuery GenerateQueryResultsSummary GetAccessGrant GetAccessProfile GetAgentGraph GetAlarmMuteRule GetAlert GetContextGraph GetDashboard GetDataset GetDomain GetDomainAccessGrantForOrganization GetDomainForOrganization GetIngestionEndpoint GetInsightRuleReport GetIntegration GetIntelligenceConfiguration GetMetricData GetMetricStatistics GetMetricStream GetMetricWidgetImage GetOTelEnrichment GetOmniDashboard GetOmniThread GetPreferences GetRecords GetService GetServiceData GetServiceLevelObjective GetSpace GetSpaceCredentials GetSpaceCredentialsForOrganization GetTelemetryQueryResults GetTopologyDiscoveryStatus GetTopologyMap GetView ListManagedInsightRules",
		"T": "TagResource UntagResource",
		"W": "CallWithBearerToken CreateAlert CreateDomain CreateDomainForOrganization CreateIngestionEndpoint CreateIntegration CreateOmniDashboard CreateOmniThread CreateOneTimeDeepLinkCode CreateServiceLevelObjective CreateSpace CreateView DeleteAlarmMuteRule DeleteAlarms DeleteAlert DeleteAnomalyDetector DeleteDashboards DeleteDomain DeleteDomainForOrganization DeleteIngestionEndpoint DeleteInsightRules DeleteIntegration DeleteMetricStream DeleteOmniDashboard DeleteOmniThread DeletePipelineRule DeleteServiceLevelObjective DeleteSpace DeleteView DisableAlarmActions DisableInsightRules EnableAlarmActions EnableInsightRules EnableTopologyDiscovery InvokeIntegration Link PutAlarmMuteRule PutAnomalyDetector PutCompositeAlarm PutDashboard PutInsightRule PutIntelligenceConfiguration PutLogAlarm PutManagedInsightRules PutMetricAlarm PutMetricData PutMetricStream PutPipelineRule QueryTraces SearchPrincipals SetAlarmState StartMetricStreams StartOTelEnrichment StartOmniThreadSession StartTelemetryQuery StartTelemetryQuerySession StopMetricStreams StopOTelEnrichment StopTelemetryQuery StopTelemetryQuerySession SubmitFeedback UpdateAlert UpdateDomain UpdateDomainForOrganization UpdateIngestionEndpoint UpdateIntegration UpdateOmniDashboard UpdateOmniThread UpdatePreferences UpdateServiceLevelObjective UpdateSpace UpdateView"
	},
	"codeartifact": {
		"L": "ListAllowedRepositoriesForGroup ListAssociatedPackages ListDomains ListPackageGroups ListPackageVersionAssets ListPackageVersionDependencies ListPackageVersions ListPackages ListRepositories ListRepositoriesInDomain ListSubPackageGroups ListTagsForResource",
		"P": "DeleteDomainPermissionsPolicy DeleteRepositoryPermissionsPolicy",
		"R": "DescribeDomain DescribePackage DescribePackageGroup DescribePackageVersion DescribeRepository GetAssociatedPackageGroup GetAuthorizationToken GetDomainPermissionsPolicy GetPackageVersionAsset GetPackageVersionReadme GetRepositoryEndpoint GetRepositoryPermissionsPolicy ReadFromRepository",
		"T": "TagResource UntagResource",
		"W": "AssociateExternalConnection AssociateWithDownstreamRepository CopyPackageVersions CreateDomain CreatePackageGroup CreateRepository DeleteDomain DeletePackage DeletePackageGroup DeletePackageVersions DeleteRepository DisassociateExternalConnection DisposePackageVersions PublishPackageVersion PutDomainPermissionsPolicy PutPackageMetadata PutPackageOriginConfiguration PutRepositoryPermissionsPolicy UpdatePackageGroup UpdatePackageGroupOriginConfiguration UpdatePackageVersionsStatus UpdateRepository"
	},
	"codebuild": {
		"L": "ListBuildBatches ListBuildBatchesForProject ListBuilds ListBuildsForProject ListCommandExecutionsForSandbox ListConnectedOAuthAccounts ListCuratedEnvironmentImages ListFleets ListProjects ListReportGroups ListReports ListReportsForReportGroup ListRepositories ListSandboxes ListSandboxesForProject ListSharedProjects ListSharedReportGroups ListSourceCredentials",
		"P": "DeleteResourcePolicy PutResourcePolicy",
		"R": "BatchGetBuildBatches BatchGetBuilds BatchGetCommandExecutions BatchGetFleets BatchGetProjects BatchGetReportGroups BatchGetReports BatchGetSandboxes DescribeCodeCoverages DescribeTestCases GetReportGroupTrend GetResourcePolicy",
		"W": "BatchDeleteBuilds BatchPutCodeCoverages BatchPutTestCases CreateFleet CreateProject CreateReport CreateReportGroup CreateWebhook DeleteBuildBatch DeleteFleet DeleteOAuthToken DeleteProject DeleteReport DeleteReportGroup DeleteSourceCredentials DeleteWebhook ImportSourceCredentials InvalidateProjectCache PersistOAuthToken RetryBuild RetryBuildBatch StartBuild StartBuildBatch StartCommandExecution StartSandbox StartSandboxConnection StopBuild StopBuildBatch StopSandbox UpdateFleet UpdateProject UpdateProjectVisibility UpdateReport UpdateReportGroup UpdateWebhook"
	},
	"codecatalyst": {
		"L": "ListConnections ListIamRolesForConnection ListIdentityCenterApplications ListIdentityCenterApplicationsForSpace ListSpacesForIdentityCenterApplication",
		"R": "GetBillingAuthorization GetConnection GetIdentityCenterApplication GetPendingConnection ListTagsForResource",
		"T": "TagResource UntagResource",
		"W": "AcceptConnection AssociateIamRoleToConnection AssociateIdentityCenterApplicationToSpace AssociateIdentityToIdentityCenterApplication BatchAssociateIdentitiesToIdentityCenterApplication BatchDisassociateIdentitiesFromIdentityCenterApplication CreateIdentityCenterApplication CreateSpace CreateSpaceAdminRoleAssignment DeleteConnection DeleteIdentityCenterApplication DisassociateIamRoleFromConnection DisassociateIdentityCenterApplicationFromSpace DisassociateIdentityFromIdentityCenterApplication PutBillingAuthorization RejectConnection SynchronizeIdentityCenterApplication UpdateIdentityCenterApplication"
	},
	"codecommit": {
		"L": "ListApprovalRuleTemplates ListAssociatedApprovalRuleTemplatesForRepository ListBranches ListFileCommitHistory ListPullRequests ListRepositories ListRepositoriesForApprovalRuleTemplate ListTagsForResource",
		"R": "BatchDescribeMergeConflicts BatchGetCommits BatchGetPullRequests BatchGetRepositories CancelUploadArchive DescribeMergeConflicts DescribePullRequestEvents EvaluatePullRequestApprovalRules GetApprovalRuleTemplate GetBlob GetBlobDifferences GetBranch GetComment GetCommentReactions GetCommentsForComparedCommit GetCommentsForPullRequest GetCommit GetCommitHistory GetCommitsFromMergeBase GetDifferences GetFile GetFolder GetMergeCommit GetMergeConflicts GetMergeOptions GetObjectIdentifier GetPullRequest GetPullRequestApprovalStates GetPullRequestOverrideState GetReferences GetRepository GetRepositoryTriggers GetTree GetUploadArchiveStatus GitPull",
		"T": "TagResource UntagResource",
		"W": "AssociateApprovalRuleTemplateWithRepository BatchAssociateApprovalRuleTemplateWithRepositories BatchDisassociateApprovalRuleTemplateFromRepositories CreateApprovalRuleTemplate CreateBranch CreateCommit CreatePullRequest CreatePullRequestApprovalRule CreateRepository CreateUnreferencedMergeCommit DeleteApprovalRuleTemplate DeleteBranch DeleteCommentContent DeleteFile DeletePullRequestApprovalRule DeleteRepository DisassociateApprovalRuleTemplateFromRepository GitPush MergeBranchesByFastForward MergeBranchesBySquash MergeBranchesByThreeWay MergePullRequestByFastForward MergePullRequestBySquash MergePullRequestByThreeWay OverridePullRequestApprovalRules PostCommentForComparedCommit PostCommentForPullRequest PostCommentReply PutCommentReaction PutFile PutRepositoryTriggers TestRepositoryTriggers UpdateApprovalRuleTemplateContent UpdateApprovalRuleTemplateDescription UpdateApprovalRuleTemplateName UpdateComment UpdateDefaultBranch UpdatePullRequestApprovalRuleContent UpdatePullRequestApprovalState UpdatePullRequestDescription UpdatePullRequestStatus UpdatePullRequestTitle UpdateRepositoryDescription UpdateRepositoryEncryptionKey UpdateRepositoryName UploadArchive"
	},
	"codeconnections": {
		"L": "ListConnections ListHosts ListInstallationTargets ListRepositoryLinks ListRepositorySyncDefinitions ListSyncConfigurations ListTagsForResource",
		"R": "GetConnection GetConnectionToken GetHost GetIndividualAccessToken GetInstallationUrl GetRepositoryLink GetRepositorySyncStatus GetResourceSyncStatus GetSyncBlockerSummary GetSyncConfiguration PassConnection PassRepository RegisterAppCode StartAppRegistrationHandshake StartOAuthHandshake UseConnection",
		"T": "TagResource UntagResource",
		"W": "CreateConnection CreateHost CreateRepositoryLink CreateSyncConfiguration DeleteConnection DeleteHost DeleteRepositoryLink DeleteSyncConfiguration UpdateConnectionInstallation UpdateHost UpdateRepositoryLink UpdateSyncBlocker UpdateSyncConfiguration"
	},
	"codedeploy": {
		"L": "GetApplication GetApplicationRevision GetDeployment GetDeploymentConfig GetDeploymentGroup GetDeploymentInstance GetOnPremisesInstance ListApplicationRevisions ListApplications ListDeploymentConfigs ListDeploymentGroups ListDeploymentInstances ListDeploymentTargets ListDeployments ListGitHubAccountTokenNames ListOnPremisesInstances ListTagsForResource",
		"R": "BatchGetApplicationRevisions BatchGetApplications BatchGetDeploymentGroups BatchGetDeploymentInstances BatchGetDeploymentTargets BatchGetDeployments BatchGetOnPremisesInstances GetDeploymentTarget",
		"T": "AddTagsToOnPremisesInstances RemoveTagsFromOnPremisesInstances TagResource UntagResource",
		"W": "ContinueDeployment CreateApplication CreateCloudFormationDeployment CreateDeployment CreateDeploymentConfig CreateDeploymentGroup DeleteApplication DeleteDeploymentConfig DeleteDeploymentGroup DeleteGitHubAccountToken DeleteResourcesByExternalId DeregisterOnPremisesInstance PutLifecycleEventHookExecutionStatus RegisterApplicationRevision RegisterOnPremisesInstance SkipWaitTimeForInstanceTermination StopDeployment UpdateApplication UpdateDeploymentGroup"
	},
	"codedeploy-commands-secure": {
		"R": "GetDeploymentSpecification PollHostCommand",
		"W": "PutHostCommandAcknowledgement PutHostCommandComplete"
	},
	"codeguru": { "R": "GetCodeGuruFreeTrialSummary" },
	"codeguru-profiler": {
		"L": "BatchGetFrameMetricData ListFindingsReports ListProfileTimes ListProfilingGroups ListTagsForResource",
		"P": "PutPermission RemovePermission",
		"R": "DescribeProfilingGroup GetFindingsReportAccountSummary GetNotificationConfiguration GetPolicy GetProfile GetRecommendations",
		"T": "TagResource UntagResource",
		"W": "AddNotificationChannels ConfigureAgent CreateProfilingGroup DeleteProfilingGroup PostAgentProfile RemoveNotificationChannel SubmitFeedback UpdateProfilingGroup"
	},
	"codeguru-reviewer": {
		"L": "ListCodeReviews ListRecommendationFeedback ListRecommendations ListRepositoryAssociations ListTagsForResource",
		"R": "CreateConnectionToken DescribeCodeReview DescribeRecommendationFeedback DescribeRepositoryAssociation GetMetricsData ListThirdPartyRepositories",
		"T": "TagResource UnTagResource",
		"W": "AssociateRepository CreateCodeReview DisassociateRepository PutRecommendationFeedback"
	},
	"codeguru-security": {
		"L": "GetFindings ListFindings ListFindingsMetrics ListScans",
		"R": "BatchGetFindings GetAccountConfiguration GetMetricsSummary GetScan ListTagsForResource",
		"T": "TagResource UntagResource",
		"W": "CreateScan CreateUploadUrl DeleteScansByCategory UpdateAccountConfiguration"
	},
	"codepipeline": {
		"L": "ListPipelineExecutions ListPipelines ListWebhooks",
		"R": "GetActionType GetJobDetails GetPipeline GetPipelineExecution GetPipelineState GetThirdPartyJobDetails ListActionExecutions ListActionTypes ListDeployActionExecutionTargets ListRuleExecutions ListRuleTypes ListTagsForResource",
		"T": "TagResource UntagResource",
		"W": "AcknowledgeJob AcknowledgeThirdPartyJob CreateCustomActionType CreatePipeline DeleteCustomActionType DeletePipeline DeleteWebhook DeregisterWebhookWithThirdParty DisableStageTransition EnableStageTransition OverrideStageCondition PollForJobs PollForThirdPartyJobs PutActionRevision PutApprovalResult PutJobFailureResult PutJobSuccessResult PutThirdPartyJobFailureResult PutThirdPartyJobSuccessResult PutWebhook RegisterWebhookWithThirdParty RetryStageExecution RollbackStage StartPipelineExecution StopPipelineExecution UpdateActionType UpdatePipeline"
	},
	"codestar": {
		"L": "ListProjects ListResources ListTagsForProject ListTeamMembers ListUserProfiles VerifyServiceRole",
		"P": "AssociateTeamMember CreateProject DeleteProject DisassociateTeamMember UpdateTeamMember",
		"R": "DescribeProject DescribeUserProfile GetExtendedAccess",
		"T": "TagProject UntagProject",
		"W": "CreateUserProfile DeleteExtendedAccess DeleteUserProfile PutExtendedAccess UpdateProject UpdateUserProfile"
	},
	"codestar-connections": {
		"L": "ListConnections ListHosts ListInstallationTargets ListRepositoryLinks ListRepositorySyncDefinitions ListSyncConfigurations ListTagsForResource",
		"R": "GetConnection GetConnectionToken GetHost GetIndividualAccessToken GetInstallationUrl GetRepositoryLink GetRepositorySyncStatus GetResourceSyncStatus GetSyncBlockerSummary GetSyncConfiguration PassConnection PassRepository RegisterAppCode StartAppRegistrationHandshake StartOAuthHandshake UseConnection",
		"T": "TagResource UntagResource",
		"W": "CreateConnection CreateHost CreateRepositoryLink CreateSyncConfiguration DeleteConnection DeleteHost DeleteRepositoryLink DeleteSyncConfiguration UpdateConnectionInstallation UpdateHost UpdateRepositoryLink UpdateSyncBlocker UpdateSyncConfiguration"
	},
	"codestar-notifications": {
		"L": "ListEventTypes ListNotificationRules ListTagsForResource ListTargets",
		"R": "DescribeNotificationRule",
		"T": "TagResource UntagResource",
		"W": "CreateNotificationRule DeleteNotificationRule DeleteTarget Subscribe Unsubscribe UpdateNotificationRule"
	},
	"codewhisperer": {
		"L": "ListCustomizationPermissions ListCustomizationVersions ListCustomizations ListProfiles ListTagsForResource",
		"P": "AllowVendedLogDeliveryForResource",
		"R": "GenerateRecommendations GetCustomization",
		"T": "TagResource UntagResource",
		"W": "AssociateCustomizationPermission CreateCustomization CreateProfile DeleteCustomization DeleteProfile DisassociateCustomizationPermission UpdateCustomization UpdateProfile"
	},
	"cognito-identity": {
		"L": "ListIdentities ListIdentityPools",
		"R": "DescribeIdentity DescribeIdentityPool GetCredentialsForIdentity GetIdentityPoolAnalytics GetIdentityPoolDailyAnalytics GetIdentityPoolRoles GetIdentityProviderDailyAnalytics GetOpenIdToken GetOpenIdTokenForDeveloperIdentity GetPrincipalTagAttributeMap ListTagsForResource LookupDeveloperIdentity",
		"T": "TagResource UntagResource",
		"W": "CreateIdentityPool DeleteIdentities DeleteIdentityPool GetId MergeDeveloperIdentities SetIdentityPoolRoles SetPrincipalTagAttributeMap UnlinkDeveloperIdentity UnlinkIdentity UpdateIdentityPool"
	},
	"cognito-idp": {
		"L": "AdminListDevices AdminListGroupsForUser ListDevices ListGroups ListIdentityProviders ListResourceServers ListResourcesForWebACL ListTagsForResource ListTerms ListUserImportJobs ListUserPoolClientSecrets ListUserPoolClients ListUserPoolReplicas ListUserPools ListUsers ListUsersInGroup",
		"R": "AdminGetDevice AdminGetUser AdminGetUserAuthFactors AdminListUserAuthEvents DescribeIdentityProvider DescribeManagedLoginBranding DescribeManagedLoginBrandingByClient DescribeResourceServer DescribeRiskConfiguration DescribeTerms DescribeUserImportJob DescribeUserPool DescribeUserPoolClient DescribeUserPoolDomain GetCSVHeader GetDevice GetGroup GetIdentityProviderByIdentifier GetLogDeliveryConfiguration GetProvisionedLimit GetSigningCertificate GetUICustomization GetUser GetUserAttributeVerificationCode GetUserPoolMfaConfig GetWebACLForResource",
		"T": "TagResource UntagResource",
		"W": "AddCustomAttributes AddUserPoolClientSecret AdminAddUserToGroup AdminConfirmSignUp AdminCreateUser AdminDeleteSoftwareToken AdminDeleteUser AdminDeleteUserAttributes AdminDisableProviderForUser AdminDisableUser AdminEnableUser AdminForgetDevice AdminInitiateAuth AdminLinkProviderForUser AdminRemoveUserFromGroup AdminResetUserPassword AdminRespondToAuthChallenge AdminSetUserMFAPreference AdminSetUserPassword AdminSetUserSettings AdminUpdateAuthEventFeedback AdminUpdateDeviceStatus AdminUpdateUserAttributes AdminUserGlobalSignOut AssociateSoftwareToken AssociateWebACL ChangePassword ConfirmDevice ConfirmForgotPassword ConfirmSignUp CreateGroup CreateIdentityProvider CreateManagedLoginBranding CreateResourceServer CreateTerms CreateUserImportJob CreateUserPool CreateUserPoolClient CreateUserPoolDomain CreateUserPoolReplica DeleteGroup DeleteIdentityProvider DeleteManagedLoginBranding DeleteResourceServer DeleteTerms DeleteUser DeleteUserAttributes DeleteUserPool DeleteUserPoolClient DeleteUserPoolClientSecret DeleteUserPoolDomain DeleteUserPoolReplica DisassociateWebACL ForgetDevice ForgotPassword GetTokensFromRefreshToken GlobalSignOut InitiateAuth ResendConfirmationCode RespondToAuthChallenge RevokeToken SetLogDeliveryConfiguration SetRiskConfiguration SetUICustomization SetUserMFAPreference SetUserPoolMfaConfig SetUserSettings SignUp StartUserImportJob StopUserImportJob UpdateAuthEventFeedback UpdateDeviceStatus UpdateGroup UpdateIdentityProvider UpdateManagedLoginBranding UpdateProvisionedLimit UpdateResourceServer UpdateTerms UpdateUserAttributes UpdateUserPool UpdateUserPoolClient UpdateUserPoolDomain UpdateUserPoolReplica VerifySoftwareToken VerifyUserAttribute"
	},
	"cognito-sync": {
		"L": "ListDatasets",
		"R": "DescribeDataset DescribeIdentityPoolUsage DescribeIdentityUsage GetBulkPublishDetails GetCognitoEvents GetIdentityPoolConfiguration ListIdentityPoolUsage ListRecords QueryRecords",
		"W": "BulkPublish DeleteDataset RegisterDevice SetCognitoEvents SetDatasetConfiguration SetIdentityPoolConfiguration SubscribeToDataset UnsubscribeFromDataset UpdateRecords"
	},
	"comprehend": {
		"R": "BatchDetectDominantLanguage BatchDetectEntities BatchDetectKeyPhrases BatchDetectSentiment BatchDetectSyntax BatchDetectTargetedSentiment ClassifyDocument ContainsPiiEntities DescribeDataset DescribeDocumentClassificationJob DescribeDocumentClassifier DescribeDominantLanguageDetectionJob DescribeEndpoint DescribeEntitiesDetectionJob DescribeEntityRecognizer DescribeEventsDetectionJob DescribeFlywheel DescribeFlywheelIteration DescribeKeyPhrasesDetectionJob DescribePiiEntitiesDetectionJob DescribeResourcePolicy DescribeSentimentDetectionJob DescribeTargetedSentimentDetectionJob DescribeTopicsDetectionJob DetectDominantLanguage DetectEntities DetectKeyPhrases DetectPiiEntities DetectSentiment DetectSyntax DetectTargetedSentiment DetectToxicContent ListDatasets ListDocumentClassificationJobs ListDocumentClassifierSummaries ListDocumentClassifiers ListDominantLanguageDetectionJobs ListEndpoints ListEntitiesDetectionJobs ListEntityRecognizerSummaries ListEntityRecognizers ListEventsDetectionJobs ListFlywheelIterationHistory ListFlywheels ListKeyPhrasesDetectionJobs ListPiiEntitiesDetectionJobs ListSentimentDetectionJobs ListTagsForResource ListTargetedSentimentDetectionJobs ListTopicsDetectionJobs",
		"T": "TagResource UntagResource",
		"W": "CreateDataset CreateDocumentClassifier CreateEndpoint CreateEntityRecognizer CreateFlywheel DeleteDocumentClassifier DeleteEndpoint DeleteEntityRecognizer DeleteFlywheel DeleteResourcePolicy ImportModel PutResourcePolicy StartDocumentClassificationJob StartDominantLanguageDetectionJob StartEntitiesDetectionJob StartEventsDetectionJob StartFlywheelIteration StartKeyPhrasesDetectionJob StartPiiEntitiesDetectionJob StartSentimentDetectionJob StartTargetedSentimentDetectionJob StartTopicsDetectionJob StopDominantLanguageDetectionJob StopEntitiesDetectionJob StopEventsDetectionJob StopKeyPhrasesDetectionJob StopPiiEntitiesDetectionJob StopSentimentDetectionJob StopTargetedSentimentDetectionJob StopTrainingDocumentClassifier StopTrainingEntityRecognizer UpdateEndpoint UpdateFlywheel"
	},
	"comprehendmedical": {
		"R": "DescribeEntitiesDetectionV2Job DescribeICD10CMInferenceJob DescribePHIDetectionJob DescribeRxNormInferenceJob DescribeSNOMEDCTInferenceJob DetectEntitiesV2 DetectPHI InferICD10CM InferRxNorm InferSNOMEDCT ListEntitiesDetectionV2Jobs ListICD10CMInferenceJobs ListPHIDetectionJobs ListRxNormInferenceJobs ListSNOMEDCTInferenceJobs",
		"W": "StartEntitiesDetectionV2Job StartICD10CMInferenceJob StartPHIDetectionJob StartRxNormInferenceJob StartSNOMEDCTInferenceJob StopEntitiesDetectionV2Job StopICD10CMInferenceJob StopPHIDetectionJob StopRxNormInferenceJob StopSNOMEDCTInferenceJob"
	},
	"compute-optimizer": {
		"L": "DescribeRecommendationExportJobs GetAutoScalingGroupRecommendations GetEBSVolumeRecommendations GetEC2InstanceRecommendations GetEC2RecommendationProjectedMetrics GetECSServiceRecommendationProjectedMetrics GetECSServiceRecommendations GetEnrollmentStatus GetEnrollmentStatusesForOrganization GetIdleRecommendations GetLambdaFunctionRecommendations GetLicenseRecommendations GetRDSDatabaseRecommendationProjectedMetrics GetRDSDatabaseRecommendations GetRecommendationSummaries",
		"R": "GetEffectiveRecommendationPreferences GetRecommendationPreferences",
		"W": "DeleteRecommendationPreferences ExportAutoScalingGroupRecommendations ExportEBSVolumeRecommendations ExportEC2InstanceRecommendations ExportECSServiceRecommendations ExportIdleRecommendations ExportLambdaFunctionRecommendations ExportLicenseRecommendations ExportRDSDatabaseRecommendations PutRecommendationPreferences UpdateEnrollmentStatus"
	},
	"config": {
		"L": "DescribeAggregationAuthorizations DescribeConfigRules DescribeConfigurationAggregators DescribeConformancePacks DescribeDeliveryChannels DescribeOrganizationConfigRules DescribeOrganizationConformancePacks DescribePendingAggregationRequests DescribeRemediationConfigurations DescribeRemediationExceptions DescribeRetentionConfigurations ListAggregateDiscoveredResources ListConfigurationRecorders ListConformancePackComplianceScores ListConnectors ListDiscoveredResources ListResourceEvaluations ListStoredQueries",
		"R": "BatchGetAggregateResourceConfig BatchGetResourceConfig DeliverConfigSnapshot DescribeAggregateComplianceByConfigRules DescribeAggregateComplianceByConformancePacks DescribeComplianceByConfigRule DescribeComplianceByResource DescribeConfigRuleEvaluationStatus DescribeConfigurationAggregatorSourcesStatus DescribeConfigurationRecorderStatus DescribeConfigurationRecorders DescribeConformancePackCompliance DescribeConformancePackStatus DescribeDeliveryChannelStatus DescribeOrganizationConfigRuleStatuses DescribeOrganizationConformancePackStatuses DescribeRemediationExecutionStatus GetAggregateComplianceDetailsByConfigRule GetAggregateConfigRuleComplianceSummary GetAggregateConformancePackComplianceSummary GetAggregateDiscoveredResourceCounts GetAggregateResourceConfig GetComplianceDetailsByConfigRule GetComplianceDetailsByResource GetComplianceSummaryByConfigRule GetComplianceSummaryByResourceType GetConformancePackComplianceDetails GetConformancePackComplianceSummary GetConnector GetCustomRulePolicy GetDiscoveredResourceCounts GetOrganizationConfigRuleDetailedStatus GetOrganizationConformancePackDetailedStatus GetOrganizationCustomRulePolicy GetResourceConfigHistory GetResourceEvaluationSummary GetStoredQuery ListTagsForResource SelectAggregateResourceConfig SelectResourceConfig",
		"T": "TagResource UntagResource",
		"W": "AssociateResourceTypes DeleteAggregationAuthorization DeleteConfigRule DeleteConfigurationAggregator DeleteConfigurationRecorder DeleteConformancePack DeleteConnector DeleteDeliveryChannel DeleteEvaluationResults DeleteOrganizationConfigRule DeleteOrganizationConformancePack DeletePendingAggregationRequest DeleteRemediationConfiguration DeleteRemediationExceptions DeleteResourceConfig DeleteRetentionConfiguration DeleteServiceLinkedConfigurationRecorder DeleteStoredQuery DisassociateResourceTypes PutAggregationAuthorization PutConfigRule PutConfigurationAggregator PutConfigurationRecorder PutConformancePack PutConnector PutDeliveryChannel PutEvaluations PutExternalEvaluation PutOrganizationConfigRule PutOrganizationConformancePack PutRemediationConfigurations PutRemediationExceptions PutResourceConfig PutRetentionConfiguration PutServiceLinkedConfigurationRecorder PutStoredQuery PutThirdPartyServiceLinkedConfigurationRecorder StartConfigRulesEvaluation StartConfigurationRecorder StartRemediationExecution StartResourceEvaluation StopConfigurationRecorder"
	},
	"connect": {
		"L": "BatchGetFlowAssociation GetTrafficDistribution ListAgentStatuses ListAnalyticsDataAssociations ListAnalyticsDataLakeDataSets ListApprovedOrigins ListAssociatedContacts ListAttachedFilesConfigurations ListAuthenticationProfiles ListBots ListContactEvaluations ListContactFlowModuleAliases ListContactFlowModuleVersions ListContactFlowModules ListContactFlowVersions ListContactFlows ListContactReferences ListDataTableAttributes ListDataTablePrimaryValues ListDataTableValues ListDataTables ListDefaultVocabularies ListEntitySecurityProfiles ListEvaluationFormAIVersions ListEvaluationFormVersions ListEvaluationForms ListExtractionDefinitions ListFlowAssociations ListHoursOfOperationOverrides ListHoursOfOperations ListInstanceAttributes ListInstanceStorageConfigs ListInstances ListIntegrationAssociations ListLambdaFunctions ListLexBots ListMetrics ListPhoneNumbers ListPhoneNumbersV2 ListPredefinedAttributes ListPrompts ListQueueEmailAddresses ListQueueQuickConnects ListQueues ListQuickConnects ListRealtimeContactAnalysisSegmentsV2 ListRoutingProfileManualAssignmentQueues ListRoutingProfileQueues ListRoutingProfiles ListRules ListSecurityKeys ListSecurityProfileAIAgents ListSecurityProfileApplications ListSecurityProfileFlowModules ListSecurityProfilePermissions ListSecurityProfiles ListTaskTemplates ListTrafficDistributionGroupUsers ListTrafficDistributionGroups ListUseCases ListUserHierarchyGroups ListUserProficiencies ListUsers ListViewVersions ListViews ListWorkspaceMedia ListWorkspacePages ListWorkspaces SearchAvailablePhoneNumbers SearchResourceTags SearchVocabularies",
		"R": "BatchDescribeDataTableValue BatchGetAttachedFileMetadata DescribeAgentStatus DescribeAttachedFilesConfiguration DescribeAuthenticationProfile DescribeContact DescribeContactEvaluation DescribeContactFlow DescribeContactFlowModule DescribeContactFlowModuleAlias DescribeDataTable DescribeDataTableAttribute DescribeEmailAddress DescribeEvaluationForm DescribeExtractionDefinition DescribeForecastingPlanningSchedulingIntegration DescribeHoursOfOperation DescribeHoursOfOperationOverride DescribeInstance DescribeInstanceAttribute DescribeInstanceStorageConfig DescribeMetric DescribeNotification DescribePhoneNumber DescribePredefinedAttribute DescribePrompt DescribeQueue DescribeQuickConnect DescribeRoutingProfile DescribeRule DescribeSecurityProfile DescribeTrafficDistributionGroup DescribeUser DescribeUserHierarchyGroup DescribeUserHierarchyStructure DescribeView DescribeVocabulary DescribeWorkspace EvaluateDataTableValues GetAttachedFile GetContactAttributes GetContactMetrics GetCrossRegionRouting GetCurrentMetricData GetCurrentUserData GetEffectiveHoursOfOperations GetEvaluationFormValidation GetFederationToken GetFlowAssociation GetMetricData GetMetricDataV2 GetPromptFile GetTaskTemplate ListNotifications ListRealtimeContactAnalysisSegments ListTagsForResource ListUserNotifications SearchAgentStatuses SearchContactEvaluations SearchContactFlowModules SearchContactFlows SearchContacts SearchDataTables SearchEmailAddresses SearchEvaluationForms SearchHoursOfOperationOverrides SearchHoursOfOperations SearchMetrics SearchNotifications SearchPredefinedAttributes SearchPrompts SearchQueues SearchQuickConnects SearchRoutingProfiles SearchRules SearchSecurityProfiles SearchUserHierarchyGroups SearchUsers SearchViews SearchWorkspaceAssociations SearchWorkspaces",
		"T": "TagResource UntagResource",
		"W": "ActivateEvaluationForm AdminGetEmergencyAccessToken AssociateAnalyticsDataSet AssociateApprovedOrigin AssociateBot AssociateContactWithUser AssociateCustomerProfilesDomain AssociateDefaultVocabulary AssociateEmailAddressAlias AssociateFlow AssociateInstanceStorageConfig AssociateLambdaFunction AssociateLexBot AssociatePhoneNumberContactFlow AssociateQueueEmailAddresses AssociateQueueQuickConnects AssociateRoutingProfileQueues AssociateSecurityKey AssociateSecurityProfiles AssociateTrafficDistributionGroupUser AssociateUserProficiencies AssociateWorkspace BatchAssociateAnalyticsDataSet BatchCreateDataTableValue BatchDeleteDataTableValue BatchDisassociateAnalyticsDataSet BatchPutContact BatchUpdateDataTableValue ClaimPhoneNumber CompleteAttachedFileUpload CreateAgentStatus CreateAttachedFile CreateAuthenticationProfile CreateContact CreateContactFlow CreateContactFlowModule CreateContactFlowModuleAlias CreateContactFlowModuleVersion CreateContactFlowVersion CreateDataTable CreateDataTableAttribute CreateEmailAddress CreateEvaluationForm CreateExtractionDefinition CreateHoursOfOperation CreateHoursOfOperationOverride CreateInstance CreateIntegrationAssociation CreateMetric CreateNotification CreateParticipant CreatePersistentContactAssociation CreatePredefinedAttribute CreatePrompt CreatePushNotificationRegistration CreateQueue CreateQuickConnect CreateRoutingProfile CreateRule CreateSecurityProfile CreateTaskTemplate CreateTrafficDistributionGroup CreateUseCase CreateUser CreateUserHierarchyGroup CreateView CreateViewVersion CreateVocabulary CreateWorkspace CreateWorkspacePage DeactivateEvaluationForm DeleteAttachedFile DeleteContactEvaluation DeleteContactFlow DeleteContactFlowModule DeleteContactFlowModuleAlias DeleteContactFlowModuleVersion DeleteContactFlowVersion DeleteDataTable DeleteDataTableAttribute DeleteEmailAddress DeleteEvaluationForm DeleteExtractionDefinition DeleteHoursOfOperation DeleteHoursOfOperationOverride DeleteInstance DeleteIntegrationAssociation DeleteMetric DeleteNotification DeletePredefinedAttribute DeletePrompt DeletePushNotificationRegistration DeleteQueue DeleteQuickConnect DeleteRoutingProfile DeleteRule DeleteSecurityProfile DeleteTaskTemplate DeleteTrafficDistributionGroup DeleteUseCase DeleteUser DeleteUserHierarchyGroup DeleteView DeleteViewVersion DeleteVocabulary DeleteWorkspace DeleteWorkspaceMedia DeleteWorkspacePage DisassociateAnalyticsDataSet DisassociateApprovedOrigin DisassociateBot DisassociateCustomerProfilesDomain DisassociateEmailAddressAlias DisassociateFlow DisassociateInstanceStorageConfig DisassociateLambdaFunction DisassociateLexBot DisassociatePhoneNumberContactFlow DisassociateQueueEmailAddresses DisassociateQueueQuickConnects DisassociateRoutingProfileQueues DisassociateSecurityKey DisassociateSecurityProfiles DisassociateTrafficDistributionGroupUser DisassociateUserProficiencies DisassociateWorkspace DismissUserContact ImportPhoneNumber ImportWorkspaceMedia MonitorContact PauseContact PutUserStatus ReleasePhoneNumber ReplicateInstance ResumeContact ResumeContactRecording SendChatIntegrationEvent SendIntegrationEvent SendOutboundChatMessage SendOutboundEmail SendOutboundWebNotification StartAttachedFileUpload StartChatContact StartContactConversationalAnalyticsJob StartContactEvaluation StartContactMediaProcessing StartContactRecording StartContactStreaming StartEmailContact StartEvaluationFormValidation StartForecastingPlanningSchedulingIntegration StartOutboundChatContact StartOutboundEmailContact StartOutboundVoiceContact StartScreenSharing StartTaskContact StartWebRTCContact StopContact StopContactMediaProcessing StopContactRecording StopContactStreaming StopForecastingPlanningSchedulingIntegration SubmitContactEvaluation SuspendContactRecording TagContact TransferContact UntagContact UpdateAgentStatus UpdateAttachedFilesConfiguration UpdateAuthenticationProfile UpdateContact UpdateContactAttributes UpdateContactEvaluation UpdateContactFlowContent UpdateContactFlowMetadata UpdateContactFlowModuleAlias UpdateContactFlowModuleContent UpdateContactFlowModuleMetadata UpdateContactFlowName UpdateContactRoutingData UpdateContactSchedule UpdateCrossRegionRouting UpdateDataTableAttribute UpdateDataTableMetadata UpdateDataTablePrimaryValues UpdateEmailAddressMetadata UpdateEvaluationForm UpdateExtractionDefinition UpdateHoursOfOperation UpdateHoursOfOperationOverride UpdateInstanceAttribute UpdateInstanceStorageConfig UpdateMetricContent UpdateMetricMetadata UpdateNotificationContent UpdateParticipantAuthentication UpdateParticipantRoleConfig UpdatePhoneNumber UpdatePhoneNumberMetadata UpdatePredefinedAttribute UpdatePrompt UpdateQueueHoursOfOperation UpdateQueueMaxContacts UpdateQueueName UpdateQueueOutboundCallerConfig UpdateQueueOutboundEmailConfig UpdateQueueStatus UpdateQuickConnectConfig UpdateQuickConnectName UpdateRoutingProfileAgentAvailabilityTimer UpdateRoutingProfileConcurrency UpdateRoutingProfileDefaultOutboundQueue UpdateRoutingProfileName UpdateRoutingProfileQueues UpdateRule UpdateSecurityProfile UpdateTaskTemplate UpdateTrafficDistribution UpdateUserHierarchy UpdateUserHierarchyGroupName UpdateUserHierarchyStructure UpdateUserIdentityInfo UpdateUserNotificationStatus UpdateUserPhoneConfig UpdateUserProficiencies UpdateUserRoutingProfile UpdateUserSecurityProfiles UpdateViewContent UpdateViewMetadata UpdateWorkspaceMetadata UpdateWorkspacePage UpdateWorkspaceTheme UpdateWorkspaceVisibility"
	},
	"connect-campaigns": {
		"L": "ListCampaigns ListConnectInstanceIntegrations",
		"R": "DescribeCampaign GetCampaignState GetCampaignStateBatch GetConnectInstanceConfig GetInstanceCommunicationLimits GetInstanceOnboardingJobStatus ListTagsForResource",
		"T": "TagResource UntagResource",
		"W": "CreateCampaign DeleteCampaign DeleteCampaignChannelSubtypeConfig DeleteCampaignCommunicationLimits DeleteCampaignCommunicationTime DeleteCampaignEntryLimits DeleteConnectInstanceConfig DeleteConnectInstanceIntegration DeleteInstanceOnboardingJob PauseCampaign PutConnectInstanceIntegration PutDialRequestBatch PutInstanceCommunicationLimits PutOutboundRequestBatch PutProfileOutboundRequestBatch ResumeCampaign StartCampaign StartInstanceOnboardingJob StopCampaign UpdateCampaignChannelSubtypeConfig UpdateCampaignCommunicationLimits UpdateCampaignCommunicationTime UpdateCampaignDialerConfig UpdateCampaignEntryLimits UpdateCampaignFlowAssociation UpdateCampaignName UpdateCampaignOutboundCallConfig UpdateCampaignSchedule UpdateCampaignSource"
	},
	"consoleapp": {
		"L": "ListDeviceIdentities",
		"R": "GetDeviceIdentity"
	},
	"consolidatedbilling": {
		"L": "ListLinkedAccounts",
		"R": "GetAccountBillingRole"
	},
	"controlcatalog": {
		"L": "ListCommonControls ListControlMappings ListControls ListDomains ListObjectives",
		"R": "GetControl"
	},
	"controltower": {
		"L": "ListBaselines ListControlOperations ListDirectoryGroups ListEnabledBaselines ListEnabledControls ListEnabledGuardrails ListExtendGovernancePrecheckDetails ListGuardrailViolations ListGuardrails ListGuardrailsForTarget ListLandingZoneOperations ListLandingZones ListManagedAccounts ListManagedAccountsForGuardrail ListManagedAccountsForParent ListManagedOrganizationalUnits ListManagedOrganizationalUnitsForGuardrail",
		"R": "DescribeAccountFactoryConfig DescribeCoreService DescribeGuardrail DescribeGuardrailForTarget DescribeLandingZoneConfiguration DescribeManagedAccount DescribeManagedOrganizationalUnit DescribeRegisterOrganizationalUnitOperation DescribeSingleSignOn GetAccountInfo GetAvailableUpdates GetBaseline GetBaselineOperation GetControlOperation GetEnabledBaseline GetEnabledControl GetGuardrailComplianceStatus GetHomeRegion GetLandingZone GetLandingZoneDriftStatus GetLandingZoneOperation GetLandingZoneStatus ListDriftDetails ListExternalConfigRuleCompliance ListTagsForResource PerformPreLaunchChecks",
		"T": "TagResource UntagResource",
		"W": "CreateLandingZone CreateManagedAccount DeleteLandingZone DeregisterManagedAccount DeregisterOrganizationalUnit DisableBaseline DisableControl DisableGuardrail EnableBaseline EnableControl EnableGuardrail ManageOrganizationalUnit ResetEnabledBaseline ResetEnabledControl ResetLandingZone SetupLandingZone UpdateAccountFactoryConfig UpdateEnabledBaseline UpdateEnabledControl UpdateLandingZone"
	},
	"cost-optimization-hub": {
		"L": "ListEfficiencyMetrics ListEnrollmentStatuses ListRecommendationSummaries ListRecommendations",
		"R": "GetPreferences GetRecommendation",
		"W": "UpdateEnrollmentStatus UpdatePreferences"
	},
	"cur": {
		"R": "DescribeReportDefinitions GetClassicReport GetClassicReportPreferences GetUsageReport ListTagsForResource ValidateReportDestination",
		"T": "TagResource UntagResource",
		"W": "DeleteReportDefinition ModifyReportDefinition PutClassicReportPreferences PutReportDefinition"
	},
	"customer-verification": {
		"R": "GetCustomerVerificationDetails GetCustomerVerificationEligibility GetInheritanceConfig",
		"W": "CreateCustomerVerificationDetails CreateUploadUrls PutInheritanceConfig UpdateCustomerVerificationDetails"
	},
	"databrew": {
		"R": "DescribeDataset DescribeJob DescribeJobRun DescribeProject DescribeRecipe DescribeRuleset DescribeSchedule ListDatasets ListJobRuns ListJobs ListProjects ListRecipeVersions ListRecipes ListRulesets ListSchedules ListTagsForResource",
		"T": "TagResource UntagResource",
		"W": "BatchDeleteRecipeVersion CreateDataset CreateProfileJob CreateProject CreateRecipe CreateRecipeJob CreateRuleset CreateSchedule DeleteDataset DeleteJob DeleteProject DeleteRecipeVersion DeleteRuleset DeleteSchedule PublishRecipe SendProjectSessionAction StartJobRun StartProjectSession StopJobRun UpdateDataset UpdateProfileJob UpdateProject UpdateRecipe UpdateRecipeJob UpdateRuleset UpdateSchedule"
	},
	"dataexchange": {
		"L": "ListDataGrants ListDataSetRevisions ListDataSets ListEventActions ListJobs ListReceivedDataGrants ListRevisionAssets ListTagsForResource",
		"R": "GetAsset GetDataGrant GetDataSet GetEventAction GetJob GetReceivedDataGrant GetRevision",
		"T": "TagResource UntagResource",
		"W": "AcceptDataGrant CancelJob CreateAsset CreateDataGrant CreateDataSet CreateEventAction CreateJob CreateRevision DeleteAsset DeleteDataGrant DeleteDataSet DeleteEventAction DeleteRevision PublishDataSet PublishToDataGrant RevokeRevision SendApiAsset SendDataSetNotification StartJob UpdateAsset UpdateDataSet UpdateEventAction UpdateRevision"
	},
	"datapipeline": {
		"L": "GetAccountLimits ListPipelines",
		"R": "DescribeObjects DescribePipelines EvaluateExpression GetPipelineDefinition QueryObjects ValidatePipelineDefinition",
		"T": "AddTags RemoveTags",
		"W": "ActivatePipeline CreatePipeline DeactivatePipeline DeletePipeline PollForTask PutAccountLimits PutPipelineDefinition ReportTaskProgress ReportTaskRunnerHeartbeat SetStatus SetTaskStatus"
	},
	"datasync": {
		"L": "DescribeStorageSystemResourceMetrics DescribeStorageSystemResources ListAgents ListDiscoveryJobs ListLocations ListStorageSystems ListTaskExecutions ListTasks",
		"R": "DescribeAgent DescribeDiscoveryJob DescribeLocationAzureBlob DescribeLocationEfs DescribeLocationFsxLustre DescribeLocationFsxOntap DescribeLocationFsxOpenZfs DescribeLocationFsxWindows DescribeLocationHdfs DescribeLocationNfs DescribeLocationObjectStorage DescribeLocationS3 DescribeLocationSmb DescribeStorageSystem DescribeTask DescribeTaskExecution ListTagsForResource",
		"T": "TagResource UntagResource",
		"W": "AddStorageSystem CancelTaskExecution CreateAgent CreateLocationAzureBlob CreateLocationEfs CreateLocationFsxLustre CreateLocationFsxOntap CreateLocationFsxOpenZfs CreateLocationFsxWindows CreateLocationHdfs CreateLocationNfs CreateLocationObjectStorage CreateLocationS3 CreateLocationSmb CreateTask DeleteAgent DeleteLocation DeleteTask GenerateRecommendations RemoveStorageSystem StartDiscoveryJob StartTaskExecution StopDiscoveryJob UpdateAgent UpdateDiscoveryJob UpdateLocationAzureBlob UpdateLocationEfs UpdateLocationFsxLustre UpdateLocationFsxOntap UpdateLocationFsxOpenZfs UpdateLocationFsxWindows UpdateLocationHdfs UpdateLocationNfs UpdateLocationObjectStorage UpdateLocationS3 UpdateLocationSmb UpdateStorageSystem UpdateTask UpdateTaskExecution"
	},
	"datazone": {
		"L": "ListAccountEnvironments ListAccountPools ListAccountsInAccountPool ListAgentArtifacts ListAgentSessionRecords ListAssetFilters ListAssetRevisions ListCellRuns ListConnections ListConversations ListDataApps ListDataProductRevisions ListDataSourceRunActivities ListDataSourceRuns ListDataSources ListDesignations ListDomainUnitsForParent ListDomains ListEntityOwners ListEnvironmentActions ListEnvironmentBlueprintConfigurationSummaries ListEnvironmentBlueprintConfigurations ListEnvironmentBlueprints ListEnvironmentProfiles ListEnvironments ListGroupsForUser ListJobRuns ListLineageEvents ListLineageNodeHistory ListLinkedTypes ListMetadataGenerationRuns ListNotebookRuns ListNotebooks ListNotifications ListPolicyGrants ListProjectMemberships ListProjectProfiles ListProjects ListRules ListSharedDataApps ListSubscriptionGrants ListSubscriptionRequests ListSubscriptionTargets ListSubscriptions ListTimeSeriesDataPoints ListWarehouseMetadata QueryGraph Search SearchGroupProfiles SearchListings SearchRules SearchTypes SearchUserProfiles",
		"P": "AddPolicyGrant DeleteDomainSharingPolicy GetIamPortalLoginUrl PutDomainSharingPolicy RemovePolicyGrant RevokeSubscription",
		"R": "BatchGetAttributesMetadata BatchGetCell BatchGetCellRun GetAccountPool GetAsset GetAssetFilter GetAssetType GetCell GetCellRun GetCellRunResult GetCompute GetConnection GetConversation GetCurrentEffectivePolicy GetDataApp GetDataExportConfiguration GetDataProduct GetDataSource GetDataSourceRun GetDesignation GetDomain GetDomainExecutionRoleCredentials GetDomainSharingPolicy GetDomainUnit GetEnvironment GetEnvironmentAction GetEnvironmentActionLink GetEnvironmentBlueprint GetEnvironmentBlueprintConfiguration GetEnvironmentCredentials GetEnvironmentProfile GetFormType GetGlossary GetGlossaryTerm GetGroupProfile GetJobRun GetLineageEvent GetLineageNode GetListing GetMetadataGenerationRun GetNotebook GetNotebookCompute GetNotebookExport GetNotebookRun GetProject GetProjectProfile GetRule GetSubscription GetSubscriptionEligibility GetSubscriptionGrant GetSubscriptionRequestDetails GetSubscriptionTarget GetTimeSeriesDataPoint GetUpdateEligibility GetUserProfile ListTagsForResource ValidatePolicy",
		"T": "TagResource UntagResource",
		"W": "AcceptPredictions AcceptSubscriptionRequest AddEntityOwner AssociateEnvironmentRole AssociateGovernedTerms BatchDeleteLinkedTypes BatchPutAttributesMetadata BatchPutLinkedTypes BatchUpdateNotifications CancelMessage CancelMetadataGenerationRun CancelSubscription CreateAccountPool CreateAsset CreateAssetFilter CreateAssetRevision CreateAssetType CreateCell CreateCellRun CreateConnection CreateDataApp CreateDataProduct CreateDataProductRevision CreateDataSource CreateDesignation CreateDomain CreateDomainUnit CreateEnvironment CreateEnvironmentAction CreateEnvironmentBlueprint CreateEnvironmentProfile CreateFormType CreateGlossary CreateGlossaryTerm CreateGroupProfile CreateListingChangeSet CreateNotebook CreateProject CreateProjectMembership CreateProjectProfile CreateRule CreateSubscriptionGrant CreateSubscriptionRequest CreateSubscriptionTarget CreateUserProfile DeleteAccountPool DeleteAsset DeleteAssetFilter DeleteAssetType DeleteCell DeleteCellRun DeleteConnection DeleteConversation DeleteDataApp DeleteDataExportConfiguration DeleteDataProduct DeleteDataSource DeleteDesignation DeleteDomain DeleteDomainUnit DeleteEnvironment DeleteEnvironmentAction DeleteEnvironmentBlueprint DeleteEnvironmentBlueprintConfiguration DeleteEnvironmentProfile DeleteFormType DeleteGlossary DeleteGlossaryTerm DeleteLineageEvent DeleteListing DeleteNotebook DeleteProject DeleteProjectMembership DeleteProjectProfile DeleteRule DeleteSubscriptionGrant DeleteSubscriptionRequest DeleteSubscriptionTarget DeleteTimeSeriesDataPoints DeregisterAgentArtifact DisassociateEnvironmentRole DisassociateGovernedTerms GenerateCode InvokeAgent PostLineageEvent PostTimeSeriesDataPoints ProvisionDomain PutCellRunResult PutDataExportConfiguration PutEnvironmentBlueprintConfiguration RefreshToken RegisterAgentArtifact RejectPredictions RejectSubscriptionRequest RemoveEntityOwner SendMessage SsoLogin SsoLogout StartAccountBootstrapAction StartCompute StartConversation StartDataSourceRun StartMetadataGenerationRun StartNotebookCompute StartNotebookExport StartNotebookImport StartNotebookRun StartNotebookSync StopAgent StopCompute StopMetadataGenerationRun StopNotebookCompute StopNotebookRun UpdateAccountPool UpdateAssetFilter UpdateCell UpdateCellRun UpdateConnection UpdateConversation UpdateDataApp UpdateDataSource UpdateDataSourceRunActivities UpdateDesignation UpdateDomain UpdateDomainUnit UpdateEnvironment UpdateEnvironmentAction UpdateEnvironmentBlueprint UpdateEnvironmentConfiguration UpdateEnvironmentDeploymentStatus UpdateEnvironmentProfile UpdateGlossary UpdateGlossaryTerm UpdateGroupProfile UpdateNotebook UpdateProject UpdateProjectProfile UpdateRule UpdateSubscriptionGrantStatus UpdateSubscriptionRequest UpdateSubscriptionTarget UpdateUserProfile ValidatePassRole"
	},
	"dax": {
		"L": "DescribeClusters DescribeDefaultParameters DescribeEvents DescribeParameterGroups DescribeSubnetGroups",
		"R": "BatchGetItem ConditionCheckItem DescribeParameters GetItem ListTags Query Scan",
		"T": "TagResource UntagResource",
		"W": "BatchWriteItem CreateCluster CreateParameterGroup CreateSubnetGroup DecreaseReplicationFactor DeleteCluster DeleteItem DeleteParameterGroup DeleteSubnetGroup IncreaseReplicationFactor PutItem RebootNode UpdateCluster UpdateItem UpdateParameterGroup UpdateSubnetGroup"
	},
	"dbqms": {
		"L": "DescribeFavoriteQueries DescribeQueryHistory DescribeTabs",
		"R": "GetQueryString",
		"W": "CreateFavoriteQuery CreateQueryHistory CreateTab DeleteFavoriteQueries DeleteQueryHistory DeleteTab UpdateFavoriteQuery UpdateQueryHistory UpdateTab"
	},
	"deadline": {
		"L": "ListAvailableMeteredProducts ListBudgets ListFarmMembers ListFarms ListFleetMembers ListFleets ListJobMembers ListJobParameterDefinitions ListJobs ListLicenseEndpoints ListLimits ListMeteredProducts ListMonitors ListQueueEnvironments ListQueueFleetAssociations ListQueueLimitAssociations ListQueueMembers ListQueues ListSessionActions ListSessions ListSessionsForWorker ListStepConsumers ListStepDependencies ListSteps ListStorageProfiles ListStorageProfilesForQueue ListTasks ListVolumes ListWorkers",
		"P": "AssociateMemberToFarm AssociateMemberToFleet AssociateMemberToJob AssociateMemberToQueue DisassociateMemberFromFarm DisassociateMemberFromFleet DisassociateMemberFromJob DisassociateMemberFromQueue",
		"R": "BatchGetJobEntity GetApplicationVersion GetBudget GetFarm GetFleet GetJob GetJobTemplate GetLicenseEndpoint GetLimit GetMonitor GetMonitorSettings GetQueue GetQueueEnvironment GetQueueFleetAssociation GetQueueLimitAssociation GetSession GetSessionAction GetSessionsStatisticsAggregation GetStep GetStorageProfile GetStorageProfileForQueue GetTask GetVolume GetWorker ListTagsForResource SearchJobs SearchSteps SearchTasks SearchWorkers StartSessionsStatisticsAggregation",
		"T": "TagResource UntagResource",
		"W": "AssumeFleetRoleForRead AssumeFleetRoleForWorker AssumeQueueRoleForRead AssumeQueueRoleForUser AssumeQueueRoleForWorker CopyJobTemplate CreateBudget CreateFarm CreateFleet CreateJob CreateLicenseEndpoint CreateLimit CreateMonitor CreateQueue CreateQueueEnvironment CreateQueueFleetAssociation CreateQueueLimitAssociation CreateStorageProfile CreateWorker DeleteBudget DeleteFarm DeleteFleet DeleteLicenseEndpoint DeleteLimit DeleteMeteredProduct DeleteMonitor DeleteQueue DeleteQueueEnvironment DeleteQueueFleetAssociation DeleteQueueLimitAssociation DeleteStorageProfile DeleteVolume DeleteWorker PutMeteredProduct UpdateBudget UpdateFarm UpdateFleet UpdateJob UpdateLimit UpdateMonitor UpdateMonitorSettings UpdateQueue UpdateQueueEnvironment UpdateQueueFleetAssociation UpdateQueueLimitAssociation UpdateSession UpdateStep UpdateStorageProfile UpdateTask UpdateWorker UpdateWorkerSchedule"
	},
	"detective": {
		"L": "ListDatasourcePackages ListGraphs ListHighDegreeEntities ListIndicators ListInvestigations ListInvitations ListMembers ListOrganizationAdminAccount ListTagsForResource",
		"R": "BatchGetGraphMemberDatasources BatchGetMembershipDatasources DescribeOrganizationConfiguration GetFreeTrialEligibility GetGraphIngestState GetInvestigation GetMembers GetPricingInformation GetUsageInformation InvokeAssistant SearchGraph",
		"T": "TagResource UntagResource",
		"W": "AcceptInvitation CreateGraph CreateMembers DeleteGraph DeleteMembers DisableOrganizationAdminAccount DisassociateMembership EnableOrganizationAdminAccount RejectInvitation StartInvestigation StartMonitoringMember UpdateDatasourcePackages UpdateInvestigationState UpdateOrganizationConfiguration"
	},
	"devicefarm": {
		"L": "ListArtifacts ListDeviceInstances ListDevicePools ListDevices ListInstanceProfiles ListJobs ListNetworkProfiles ListOfferingPromotions ListOfferingTransactions ListOfferings ListProjects ListRemoteAccessSessions ListRuns ListSamples ListSuites ListTagsForResource ListTestGridProjects ListTestGridSessionActions ListTestGridSessionArtifacts ListTestGridSessions ListTests ListUniqueProblems ListUploads ListVPCEConfigurations",
		"R": "GetAccountSettings GetDevice GetDeviceInstance GetDevicePool GetDevicePoolCompatibility GetInstanceProfile GetJob GetNetworkProfile GetOfferingStatus GetProject GetRemoteAccessSession GetRun GetSuite GetTest GetTestGridProject GetTestGridSession GetUpload GetVPCEConfiguration",
		"T": "TagResource UntagResource",
		"W": "CreateDevicePool CreateInstanceProfile CreateNetworkProfile CreateProject CreateRemoteAccessSession CreateTestGridProject CreateTestGridUrl CreateUpload CreateVPCEConfiguration DeleteDevicePool DeleteInstanceProfile DeleteNetworkProfile DeleteProject DeleteRemoteAccessSession DeleteRun DeleteTestGridProject DeleteUpload DeleteVPCEConfiguration InstallToRemoteAccessSession PurchaseOffering RenewOffering ScheduleRun StopJob StopRemoteAccessSession StopRun UpdateDeviceInstance UpdateDevicePool UpdateInstanceProfile UpdateNetworkProfile UpdateProject UpdateTestGridProject UpdateUpload UpdateVPCEConfiguration"
	},
	"devops-guru": {
		"L": "ListAnomaliesForInsight ListAnomalousLogGroups ListEvents ListInsights ListMonitoredResources ListNotificationChannels ListOrganizationInsights ListRecommendations SearchInsights SearchOrganizationInsights",
		"R": "DescribeAccountHealth DescribeAccountOverview DescribeAnomaly DescribeEventSourcesConfig DescribeFeedback DescribeInsight DescribeOrganizationHealth DescribeOrganizationOverview DescribeOrganizationResourceCollectionHealth DescribeResourceCollectionHealth DescribeServiceIntegration GetCostEstimation GetResourceCollection StartCostEstimation",
		"W": "AddNotificationChannel DeleteInsight PutFeedback RemoveNotificationChannel UpdateEventSourcesConfig UpdateResourceCollection UpdateServiceIntegration"
	},
	"directconnect": {
		"L": "ListResiliencyGroupAssociations ListResiliencyGroups ListVirtualInterfaceRoutes ListVirtualInterfaceTestHistory",
		"R": "DescribeConnectionLoa DescribeConnections DescribeConnectionsOnInterconnect DescribeCustomerMetadata DescribeDirectConnectGatewayAssociationProposals DescribeDirectConnectGatewayAssociations DescribeDirectConnectGatewayAttachments DescribeDirectConnectGateways DescribeHostedConnections DescribeInterconnectLoa DescribeInterconnects DescribeLags DescribeLoa DescribeLocations DescribeRouterConfiguration DescribeTags DescribeVirtualGateways DescribeVirtualInterfaces GetResiliencyGroup",
		"T": "TagResource UntagResource",
		"W": "AcceptDirectConnectGatewayAssociationProposal AllocateConnectionOnInterconnect AllocateHostedConnection AllocatePrivateVirtualInterface AllocatePublicVirtualInterface AllocateTransitVirtualInterface AssociateConnectionWithLag AssociateConnectionsToResiliencyGroup AssociateHostedConnection AssociateMacSecKey AssociateVirtualInterface ConfirmConnection ConfirmCustomerAgreement ConfirmPrivateVirtualInterface ConfirmPublicVirtualInterface ConfirmTransitVirtualInterface CreateBGPPeer CreateConnection CreateDirectConnectGateway CreateDirectConnectGatewayAssociation CreateDirectConnectGatewayAssociationProposal CreateInterconnect CreateLag CreatePrivateVirtualInterface CreatePublicVirtualInterface CreateResiliencyGroup CreateTransitVirtualInterface DeleteBGPPeer DeleteConnection DeleteDirectConnectGateway DeleteDirectConnectGatewayAssociation DeleteDirectConnectGatewayAssociationProposal DeleteInterconnect DeleteLag DeleteResiliencyGroup DeleteVirtualInterface DisassociateConnectionFromLag DisassociateConnectionsFromResiliencyGroup DisassociateMacSecKey StartBgpFailoverTest StopBgpFailoverTest UpdateConnection UpdateConnectionsBillingMode UpdateDirectConnectGateway UpdateDirectConnectGatewayAssociation UpdateLag UpdateResiliencyGroup UpdateVirtualInterfaceAttributes"
	},
	"discovery": {
		"L": "DescribeImportTasks ListConfigurations ListServerNeighbors",
		"R": "DescribeAgents DescribeBatchDeleteConfigurationTask DescribeConfigurations DescribeContinuousExports DescribeExportConfigurations DescribeExportTasks DescribeTags GetDiscoverySummary GetNetworkConnectionGraph",
		"T": "CreateTags DeleteTags",
		"W": "AssociateConfigurationItemsToApplication BatchDeleteAgents BatchDeleteImportData CreateApplication DeleteApplications DisassociateConfigurationItemsFromApplication ExportConfigurations StartBatchDeleteConfigurationTask StartContinuousExport StartDataCollectionByAgentIds StartExportTask StartImportTask StopContinuousExport StopDataCollectionByAgentIds UpdateApplication"
	},
	"dlm": {
		"L": "GetLifecyclePolicies",
		"R": "GetLifecyclePolicy ListTagsForResource",
		"T": "TagResource UntagResource",
		"W": "CreateLifecyclePolicy DeleteLifecyclePolicy UpdateLifecyclePolicy"
	},
	"dms": {
		"R": "DescribeAccountAttributes DescribeApplicableIndividualAssessments DescribeCertificates DescribeConnections DescribeConversionConfiguration DescribeDataMigrations DescribeEndpointSettings DescribeEndpointTypes DescribeEndpoints DescribeEngineVersions DescribeEventCategories DescribeEventSubscriptions DescribeEvents DescribeFleetAdvisorCollectors DescribeFleetAdvisorDatabases DescribeFleetAdvisorLsaAnalysis DescribeFleetAdvisorSchemaObjectSummary DescribeFleetAdvisorSchemas DescribeMetadataModel DescribeMetadataModelChildren DescribeMetadataModelCreations DescribeMetadataModelImports DescribeOrderableReplicationInstances DescribePendingMaintenanceActions DescribeRecommendationLimitations DescribeRecommendations DescribeRefreshSchemasStatus DescribeReplicationConfigs DescribeReplicationInstanceTaskLogs DescribeReplicationInstances DescribeReplicationSubnetGroups DescribeReplicationTableStatistics DescribeReplicationTaskAssessmentResults DescribeReplicationTaskAssessmentRuns DescribeReplicationTaskIndividualAssessments DescribeReplicationTasks DescribeReplications DescribeSchemas DescribeTableStatistics GetMetadataModel GetTargetSelectionRules ListDataProviders ListExtensionPacks ListInstanceProfiles ListMetadataModelAssessmentActionItems ListMetadataModelAssessments ListMetadataModelConversions ListMetadataModelExports ListMigrationProjects ListTagsForResource TestConnection",
		"T": "AddTagsToResource RemoveTagsFromResource",
		"W": "ApplyPendingMaintenanceAction AssociateExtensionPack BatchStartRecommendations CancelMetadataModelConversion CancelMetadataModelCreation CancelReplicationTaskAssessmentRun CreateDataMigration CreateDataProvider CreateEndpoint CreateEventSubscription CreateFleetAdvisorCollector CreateInstanceProfile CreateMigrationProject CreateOutboundIntegration CreateReplicationConfig CreateReplicationInstance CreateReplicationSubnetGroup CreateReplicationTask DeleteCertificate DeleteConnection DeleteDataMigration DeleteDataProvider DeleteEndpoint DeleteEventSubscription DeleteFleetAdvisorCollector DeleteFleetAdvisorDatabases DeleteInstanceProfile DeleteMigrationProject DeleteReplicationConfig DeleteReplicationInstance DeleteReplicationSubnetGroup DeleteReplicationTask DeleteReplicationTaskAssessmentRun ExportMetadataModelAssessment ImportCertificate ModifyDataMigration ModifyEndpoint ModifyEventSubscription ModifyFleetAdvisorCollector ModifyFleetAdvisorCollectorStatuses ModifyOutboundIntegration ModifyReplicationConfig ModifyReplicationInstance ModifyReplicationSubnetGroup ModifyReplicationTask MoveReplicationTask RebootReplicationInstance RefreshSchemas ReloadReplicationTables ReloadTables RunFleetAdvisorLsaAnalysis StartDataMigration StartMetadataModelAssessment StartMetadataModelConversion StartMetadataModelCreation StartMetadataModelExportAsScripts StartMetadataModelExportToTarget StartMetadataModelImport StartRecommendations StartReplication StartReplicationTask StartReplicationTaskAssessment StartReplicationTaskAssessmentRun StopDataMigration StopReplication StopReplicationTask UpdateConversionConfiguration UpdateDataProvider UpdateInstanceProfile UpdateMigrationProject UpdateSubscriptionsToEventBridge UploadFileMetadataList"
	},
	"docdb-elastic": {
		"L": "ListClusterSnapshots ListClusters ListPendingMaintenanceActions ListTagsForResource",
		"R": "GetCluster GetClusterSnapshot GetPendingMaintenanceAction",
		"T": "TagResource UntagResource",
		"W": "ApplyPendingMaintenanceAction CopyClusterSnapshot CreateCluster CreateClusterSnapshot DeleteCluster DeleteClusterSnapshot RestoreClusterFromSnapshot StartCluster StopCluster UpdateCluster"
	},
	"drs": {
		"R": "DescribeJobLogItems DescribeJobs DescribeLaunchConfigurationTemplates DescribeRecoveryInstances DescribeRecoverySnapshots DescribeReplicationConfigurationTemplates DescribeReplicationServerAssociationsForDrs DescribeSnapshotRequestsForDrs DescribeSourceNetworks DescribeSourceServers GetAgentCommandForDrs GetAgentConfirmedResumeInfoForDrs GetAgentInstallationAssetsForDrs GetAgentReplicationInfoForDrs GetAgentRuntimeConfigurationForDrs GetAgentSnapshotCreditsForDrs GetChannelCommandsForDrs GetFailbackCommandForDrs GetFailbackLaunchRequestedForDrs GetFailbackReplicationConfiguration GetLaunchConfiguration GetRecoveryPlan GetRecoveryPlanExecution GetRecoveryPlanExecutionStep GetRecoveryPlanStep GetReplicationConfiguration GetSuggestedFailbackClientDeviceMappingForDrs ListExtensibleSourceServers ListLaunchActions ListRecoveryPlanExecutionSteps ListRecoveryPlanExecutions ListRecoveryPlanSteps ListRecoveryPlans ListStagingAccounts ListTagsForResource",
		"T": "TagResource UntagResource",
		"W": "AssociateFailbackClientToRecoveryInstanceForDrs AssociateSourceNetworkStack BatchCreateVolumeSnapshotGroupForDrs BatchDeleteSnapshotRequestForDrs CancelRecoveryPlanExecution CreateConvertedSnapshotForDrs CreateExtendedSourceServer CreateLaunchConfigurationTemplate CreateRecoveryInstanceForDrs CreateRecoveryPlan CreateRecoveryPlanStep CreateReplicationConfigurationTemplate CreateSourceNetwork CreateSourceServerForDrs DeleteJob DeleteLaunchAction DeleteLaunchConfigurationTemplate DeleteRecoveryInstance DeleteRecoveryPlan DeleteRecoveryPlanExecution DeleteRecoveryPlanStep DeleteReplicationConfigurationTemplate DeleteSourceNetwork DeleteSourceServer DisconnectRecoveryInstance DisconnectSourceServer ExportSourceNetworkCfnTemplate InitializeService IssueAgentCertificateForDrs NotifyAgentAuthenticationForDrs NotifyAgentConnectedForDrs NotifyAgentDisconnectedForDrs NotifyAgentReplicationProgressForDrs NotifyConsistencyAttainedForDrs NotifyReplicationServerAuthenticationForDrs NotifyVolumeEventForDrs PutLaunchAction ReorderRecoveryPlanSteps RetryDataReplication RetryRecoveryPlanExecutionStep ReverseReplication SendAgentLogsForDrs SendAgentMetricsForDrs SendChannelCommandResultForDrs SendClientLogsForDrs SendClientMetricsForDrs SendVolumeStatsForDrs StartFailbackLaunch StartRecovery StartRecoveryPlanExecution StartReplication StartSourceNetworkRecovery StartSourceNetworkReplication StopFailback StopReplication StopSourceNetworkReplication TerminateRecoveryInstances UpdateAgentBacklogForDrs UpdateAgentConversionInfoForDrs UpdateAgentReplicationInfoForDrs UpdateAgentReplicationProcessStateForDrs UpdateAgentSourcePropertiesForDrs UpdateFailbackClientDeviceMappingForDrs UpdateFailbackClientLastSeenForDrs UpdateFailbackReplicationConfiguration UpdateLaunchConfiguration UpdateLaunchConfigurationTemplate UpdateRecoveryPlan UpdateRecoveryPlanExecutionStep UpdateRecoveryPlanStep UpdateReplicationCertificateForDrs UpdateReplicationConfiguration UpdateReplicationConfigurationTemplate"
	},
	"ds": {
		"L": "DescribeDirectories ListADAssessments ListCertificates ListSchemaExtensions",
		"P": "AccessDSData",
		"R": "CheckAlias DescribeADAssessment DescribeCAEnrollmentPolicy DescribeCertificate DescribeClientAuthenticationSettings DescribeConditionalForwarders DescribeDirectoryDataAccess DescribeDomainControllers DescribeEventTopics DescribeHybridADUpdate DescribeLDAPSSettings DescribeRegions DescribeSettings DescribeSharedDirectories DescribeSnapshots DescribeTrusts DescribeUpdateDirectory GetAuthorizedApplicationDetails GetDirectoryLimits GetSnapshotLimits ListAuthorizedApplications ListIpRoutes ListLogSubscriptions ListTagsForResource VerifyTrust",
		"T": "AddTagsToResource RemoveTagsFromResource",
		"W": "AcceptSharedDirectory AddIpRoutes AddRegion AuthorizeApplication CancelSchemaExtension ConnectDirectory CreateAlias CreateComputer CreateConditionalForwarder CreateDirectory CreateHybridAD CreateIdentityPoolDirectory CreateLogSubscription CreateMicrosoftAD CreateSnapshot CreateTrust DeleteADAssessment DeleteConditionalForwarder DeleteDirectory DeleteLogSubscription DeleteSnapshot DeleteTrust DeregisterCertificate DeregisterEventTopic DisableCAEnrollmentPolicy DisableClientAuthentication DisableDirectoryDataAccess DisableLDAPS DisableRadius DisableRoleAccess DisableSso EnableCAEnrollmentPolicy EnableClientAuthentication EnableDirectoryDataAccess EnableLDAPS EnableRadius EnableRoleAccess EnableSso RegisterCertificate RegisterEventTopic RejectSharedDirectory RemoveIpRoutes RemoveRegion ResetUserPassword RestoreFromSnapshot ShareDirectory StartADAssessment StartSchemaExtension UnauthorizeApplication UnshareDirectory UpdateAuthorizedApplication UpdateConditionalForwarder UpdateDirectory UpdateDirectorySetup UpdateHybridAD UpdateNumberOfDomainControllers UpdateRadius UpdateSettings UpdateTrust"
	},
	"ds-data": {
		"L": "ListGroupMembers ListGroups ListGroupsForMember ListUsers",
		"R": "DescribeGroup DescribeUser SearchGroups SearchUsers",
		"W": "AddGroupMember CreateGroup CreateUser DeleteGroup DeleteUser DisableUser RemoveGroupMember UpdateGroup UpdateUser"
	},
	"dsql": {
		"L": "ListClusters ListStreams",
		"R": "GetBackupJob GetCluster GetClusterPolicy GetRestoreJob GetStream GetVpcEndpointServiceName ListTagsForResource",
		"T": "TagResource UntagResource",
		"W": "AddPeerCluster CreateCluster CreateStream DbConnect DbConnectAdmin DeleteCluster DeleteClusterPolicy DeleteStream InjectError PutClusterPolicy PutMultiRegionProperties PutWitnessRegion RemovePeerCluster StartBackupJob StartRestoreJob StopBackupJob StopRestoreJob UpdateCluster UpdateStream"
	},
	"dynamodb": {
		"L": "ListBackups ListContributorInsights ListExports ListGlobalTables ListImports ListTables",
		"P": "DeleteResourcePolicy PutResourcePolicy UpdateAbacStatus",
		"R": "BatchGetItem ConditionCheckItem DescribeBackup DescribeContinuousBackups DescribeContributorInsights DescribeEndpoints DescribeExport DescribeGlobalTable DescribeGlobalTableSettings DescribeImport DescribeKinesisStreamingDestination DescribeLimits DescribeReservedCapacity DescribeReservedCapacityOfferings DescribeStream DescribeTable DescribeTableReplicaAutoScaling DescribeTimeToLive GetAbacStatus GetItem GetRecords GetResourcePolicy GetShardIterator ListStreams ListTagsOfResource PartiQLSelect Query ReadDataForReplication Scan SearchVectors",
		"T": "TagResource UntagResource",
		"W": "AssociateTableReplica BatchWriteItem CreateBackup CreateGlobalTable CreateGlobalTableWitness CreateTable CreateTableReplica DeleteBackup DeleteGlobalTableWitness DeleteItem DeleteTable DeleteTableReplica DisableKinesisStreamingDestination EnableKinesisStreamingDestination ExportTableToPointInTime ImportTable InjectError PartiQLDelete PartiQLInsert PartiQLUpdate PurchaseReservedCapacityOfferings PutItem ReplicateSettings RestoreTableFromAwsBackup RestoreTableFromBackup RestoreTableToPointInTime StartAwsBackupJob UpdateContinuousBackups UpdateContributorInsights UpdateGlobalTable UpdateGlobalTableSettings UpdateGlobalTableVersion UpdateItem UpdateKinesisStreamingDestination UpdateTable UpdateTableReplicaAutoScaling UpdateTimeToLive WriteDataForReplication"
	},
	"ebs": {
		"R": "GetSnapshotBlock ListChangedBlocks ListSnapshotBlocks",
		"W": "CompleteSnapshot PutSnapshotBlock StartSnapshot"
	},
	"ec2": {
		"L": "DescribeAccountAttributes DescribeAccountVpcEncryptionControl DescribeAddressTransfers DescribeAddresses DescribeAddressesAttribute DescribeAggregateIdFormat DescribeApplicationStatus DescribeApplicationStatusCheckAssociations DescribeApplicationStatusChecks DescribeAvailabilityZones DescribeAwsNetworkPerformanceMetricSubscriptions DescribeBundleTasks DescribeByoipCidrs DescribeCapacityBlockExtensionHistory DescribeCapacityBlockExtensionOfferings DescribeCapacityBlockOfferings DescribeCapacityBlockStatus DescribeCapacityBlocks DescribeCapacityManagerDataExports DescribeCapacityReservationBillingRequests DescribeCapacityReservationCancellationQuotes DescribeCapacityReservationFleets DescribeCapacityReservationTopology DescribeCapacityReservations DescribeCarrierGateways DescribeClassicLinkInstances DescribeClientVpnAuthorizationRules DescribeClientVpnConnections DescribeClientVpnEndpoints DescribeClientVpnRoutes DescribeClientVpnTargetNetworks DescribeCoipPools DescribeConversionTasks DescribeCustomerGateways DescribeDeclarativePoliciesReports DescribeDhcpOptions DescribeEgressOnlyInternetGateways DescribeElasticGpus DescribeExportImageTasks DescribeExportTasks DescribeFastLaunchImages DescribeFastSnapshotRestores DescribeFleetHistory DescribeFleetInstances DescribeFleets DescribeFlowLogs DescribeFpgaImageAttribute DescribeFpgaImages DescribeHostReservationOfferings DescribeHostReservations DescribeHosts DescribeIamInstanceProfileAssociations DescribeIdFormat DescribeIdentityIdFormat DescribeImageAttribute DescribeImageReferences DescribeImageUsageReportEntries DescribeImageUsageReports DescribeImages DescribeImportImageTasks DescribeImportSnapshotTasks DescribeInstanceAttribute DescribeInstanceConnectEndpoints DescribeInstanceCreditSpecifications DescribeInstanceEventNotificationAttributes DescribeInstanceEventWindows DescribeInstanceImageMetadata DescribeInstanceSqlHaHistoryStates DescribeInstanceSqlHaStates DescribeInstanceStatus DescribeInstanceTopology DescribeInstanceTypeOfferings DescribeInstanceTypes DescribeInstances DescribeInternetGateways DescribeIpamByoasn DescribeIpamExternalResourceVerificationTokens DescribeIpamInternetRegistryAssociations DescribeIpamPolicies DescribeIpamPoolAllocations DescribeIpamPools DescribeIpamPrefixListResolverTargets DescribeIpamPrefixListResolvers DescribeIpamResourceDiscoveries DescribeIpamResourceDiscoveryAssociations DescribeIpamScopes DescribeIpams DescribeIpv6Pools DescribeKeyPairs DescribeLaunchTemplateVersions DescribeLaunchTemplates DescribeLocalGatewayRouteTablePermissions DescribeLocalGatewayRouteTableVirtualInterfaceGroupAssociations DescribeLocalGatewayRouteTableVpcAssociations DescribeLocalGatewayRouteTables DescribeLocalGatewayVirtualInterfaceGroups DescribeLocalGatewayVirtualInterfaces DescribeLocalGateways DescribeLockedSnapshots DescribeMacHosts DescribeMacModificationTasks DescribeManagedPrefixLists DescribeMovingAddresses DescribeNatGateways DescribeNetworkAcls DescribeNetworkInsightsAccessScopeAnalyses DescribeNetworkInsightsAccessScopes DescribeNetworkInsightsAnalyses DescribeNetworkInsightsPaths DescribeNetworkInterfaceAttribute DescribeNetworkInterfacePermissions DescribeNetworkInterfaces DescribeOutpostLags DescribePlacementGroups DescribePrefixLists DescribePrincipalIdFormat DescribePublicIpv4Pools DescribeRegions DescribeReplaceRootVolumeTasks DescribeReservedInstances DescribeReservedInstancesListings DescribeReservedInstancesModifications DescribeReservedInstancesOfferings DescribeRouteServerEndpoints DescribeRouteServerPeers DescribeRouteServers DescribeRouteTables DescribeScheduledInstanceAvailability DescribeScheduledInstances DescribeSecondaryInterfaces DescribeSecondaryNetworks DescribeSecondarySubnets DescribeSecurityGroupReferences DescribeSecurityGroupRules DescribeSecurityGroupVpcAssociations DescribeSecurityGroups DescribeServiceLinkVirtualInterfaces DescribeSnapshotAttribute DescribeSnapshotTierStatus DescribeSnapshots DescribeSpotDatafeedSubscription DescribeSpotFleetInstances DescribeSpotFleetRequestHistory DescribeSpotFleetRequests DescribeSpotInstanceRequests DescribeSpotPriceHistory DescribeStaleSecurityGroups DescribeStoreImageTasks DescribeSubnets DescribeTags DescribeTrafficMirrorFilterRules DescribeTrafficMirrorFilters DescribeTrafficMirrorSessions DescribeTrafficMirrorTargets DescribeTransitGatewayAttachments DescribeTransitGatewayConnectPeers DescribeTransitGatewayConnects DescribeTransitGatewayMeteringPolicies DescribeTransitGatewayMulticastDomains DescribeTransitGatewayPeeringAttachments DescribeTransitGatewayPolicyTables DescribeTransitGatewayRouteTableAnnouncements DescribeTransitGatewayRouteTables DescribeTransitGatewayVpcAttachments DescribeTransitGateways DescribeTrunkInterfaceAssociations DescribeVerifiedAccessEndpoints DescribeVerifiedAccessGroups DescribeVerifiedAccessInstanceLoggingConfigurations DescribeVerifiedAccessInstanceWebAclAssociations DescribeVerifiedAccessInstances DescribeVerifiedAccessTrustProviders DescribeVolumeAttribute DescribeVolumeStatus DescribeVolumes DescribeVolumesModifications DescribeVpcAttribute DescribeVpcBlockPublicAccessExclusions DescribeVpcBlockPublicAccessOptions DescribeVpcClassicLink DescribeVpcClassicLinkDnsSupport DescribeVpcEncryptionControls DescribeVpcEndpointAssociations DescribeVpcEndpointConnectionNotifications DescribeVpcEndpointConnections DescribeVpcEndpointServiceConfigurations DescribeVpcEndpointServicePermissions DescribeVpcEndpointServices DescribeVpcEndpoints DescribeVpcPeeringConnections DescribeVpcs DescribeVpnConcentrators DescribeVpnConnections DescribeVpnGateways GetCapacityManagerMonitoredTagKeys GetGroupsForCapacityReservation GetInstanceMetadataDefaults GetInstanceTypesFromInstanceRequirements GetIpamPolicyAllocationRules GetIpamPolicyOrganizationTargets GetIpamPoolAllocations GetManagedResourceVisibility GetTransitGatewayAttachmentPropagations GetTransitGatewayMeteringPolicyEntries GetTransitGatewayMulticastDomainAssociations GetTransitGatewayPolicyTableAssociations GetTransitGatewayPolicyTableEntries GetTransitGatewayPrefixListReferences GetTransitGatewayRouteTableAssociations GetTransitGatewayRouteTablePropagations GetVerifiedAccessEndpointPolicy GetVerifiedAccessEndpointTargets GetVerifiedAccessGroupPolicy GetVerifiedAccessInstanceWebAcl GetVpcResourcesBlockingEncryptionEnforcement GetVpnConnectionDeviceSampleConfiguration GetVpnConnectionDeviceTypes GetVpnTunnelReplacementStatus ListImagesInRecycleBin ListSnapshotsInRecycleBin ListVolumesInRecycleBin SearchLocalGatewayRoutes SearchTransitGatewayMulticastGroups SearchTransitGatewayRoutes",
		"P": "AttachApplianceToNatGateway AttachResourcesToPlacementGroup CancelImageLaunchPermission CreateCoipPoolPermission CreateLocalGatewayRouteTablePermission CreateNetworkInterfacePermission CreateOdbNetworkPeering DeleteCoipPoolPermission DeleteLocalGatewayRouteTablePermission DeleteNetworkInterfacePermission DeleteOdbNetworkPeering DeleteResourcePolicy DetachApplianceFromNatGateway DetachResourcesFromPlacementGroup DisableImageBlockPublicAccess DisableSnapshotBlockPublicAccess EnableImageBlockPublicAccess EnableSnapshotBlockPublicAccess ModifyOdbNetworkPeering ModifySnapshotAttribute ModifyVpcEndpointServicePermissions PutResourcePolicy ResetSnapshotAttribute",
		"R": "ExportClientVpnClientCertificateRevocationList ExportClientVpnClientConfiguration ExportVerifiedAccessInstanceClientConfiguration GetActiveVpnTunnelStatus GetAllowedImagesSettings GetAssociatedEnclaveCertificateIamRoles GetAssociatedIpv6PoolCidrs GetAwsNetworkPerformanceData GetCapacityManagerAttributes GetCapacityManagerMetricData GetCapacityManagerMetricDimensions GetCapacityReservationUsage GetCoipPoolUsage GetConsoleOutput GetConsoleScreenshot GetDeclarativePoliciesReportSummary GetDefaultCreditSpecification GetEbsDefaultKmsKeyId GetEbsEncryptionByDefault GetEnabledIpamPolicy GetFlowLogsIntegrationTemplate GetHostReservationPurchasePreview GetImageAncestry GetImageBlockPublicAccessState GetInstanceTpmEkPub GetInstanceUefiData GetIpamAddressHistory GetIpamDiscoveredAccounts GetIpamDiscoveredPublicAddresses GetIpamDiscoveredResourceCidrs GetIpamDiscoveredRoutes GetIpamInternetRegistryAssociationAsns GetIpamInternetRegistryAssociationCidrs GetIpamPoolCidrs GetIpamPrefixListResolverRules GetIpamPrefixListResolverVersionEntries GetIpamPrefixListResolverVersions GetIpamResourceCidrs GetIpamRouteOriginAuthorizations GetIpamRouteProtectionFindings GetIpamRoutingPolicyRegistrationDeltas GetIpamRoutingPolicyRegistrations GetLaunchTemplateData GetManagedPrefixListAssociations GetManagedPrefixListEntries GetNetworkInsightsAccessScopeAnalysisFindings GetNetworkInsightsAccessScopeContent GetPasswordData GetReservedInstancesExchangeQuote GetResourcePolicy GetRouteServerAssociations GetRouteServerPropagations GetRouteServerRoutingDatabase GetSecurityGroupsForVpc GetSerialConsoleAccessStatus GetSnapshotBlockPublicAccessState GetSpotPlacementScores GetSubnetCidrReservations StartDeclarativePoliciesReport ValidateSecurityGroupQuotasForInterface",
		"T": "CreateTags DeleteTags",
		"W": "AcceptAddressTransfer AcceptCapacityReservationBillingOwnership AcceptReservedInstancesExchangeQuote AcceptTransitGatewayClientVpnAttachment AcceptTransitGatewayMulticastDomainAssociations AcceptTransitGatewayPeeringAttachment AcceptTransitGatewayVpcAttachment AcceptVpcEndpointConnections AcceptVpcPeeringConnection AdvertiseByoipCidr AllocateAddress AllocateHosts AllocateIpamPoolCidr ApplySecurityGroupsToClientVpnTargetNetwork AssignIpv6Addresses AssignPrivateIpAddresses AssignPrivateNatGatewayAddress AssociateAddress AssociateApplicationStatusCheck AssociateCapacityReservationBillingOwner AssociateClientVpnTargetNetwork AssociateDhcpOptions AssociateEnclaveCertificateIamRole AssociateIamInstanceProfile AssociateInstanceEventWindow AssociateIpamByoasn AssociateIpamResourceDiscovery AssociateNatGatewayAddress AssociateRouteServer AssociateRouteTable AssociateSecurityGroupVpc AssociateSubnetCidrBlock AssociateTransitGatewayMulticastDomain AssociateTransitGatewayPolicyTable AssociateTransitGatewayRouteTable AssociateTrunkInterface AssociateVerifiedAccessInstanceWebAcl AssociateVpcCidrBlock AttachClassicLinkVpc AttachImageWatermark AttachInternetGateway AttachNetworkInterface AttachVerifiedAccessTrustProvider AttachVolume AttachVpnGateway AuthorizeClientVpnIngress AuthorizeSecurityGroupEgress AuthorizeSecurityGroupIngress BatchModifyIpamRoutingPolicyRegistrations BundleInstance CancelBundleTask CancelCapacityReservation CancelCapacityReservationFleets CancelConversionTask CancelDeclarativePoliciesReport CancelExportTask CancelImportTask CancelReservedInstancesListing CancelSpotFleetRequests CancelSpotInstanceRequests ConfirmProductInstance CopyFpgaImage CopyImage CopySnapshot CopyVolumes CreateApplicationStatusCheck CreateCapacityManagerDataExport CreateCapacityReservation CreateCapacityReservationBySplitting CreateCapacityReservationCancellationQuote CreateCapacityReservationFleet CreateCarrierGateway CreateClientVpnEndpoint CreateClientVpnRoute CreateCoipCidr CreateCoipPool CreateCustomerGateway CreateDefaultSubnet CreateDefaultVpc CreateDelegateMacVolumeOwnershipTask CreateDhcpOptions CreateEgressOnlyInternetGateway CreateFleet CreateFlowLogs CreateFpgaImage CreateImage CreateImageUsageReport CreateInstanceConnectEndpoint CreateInstanceEventWindow CreateInstanceExportTask CreateInternetGateway CreateInterruptibleCapacityReservationAllocation CreateIpam CreateIpamExternalResourceVerificationToken CreateIpamInternetRegistryAssociation CreateIpamPolicy CreateIpamPool CreateIpamPrefixListResolver CreateIpamPrefixListResolverTarget CreateIpamResourceDiscovery CreateIpamRoutingPolicyRegistration CreateIpamScope CreateKeyPair CreateLaunchTemplate CreateLaunchTemplateVersion CreateLocalGatewayRoute CreateLocalGatewayRouteTable CreateLocalGatewayRouteTableVirtualInterfaceGroupAssociation CreateLocalGatewayRouteTableVpcAssociation CreateLocalGatewayVirtualInterface CreateLocalGatewayVirtualInterfaceGroup CreateMacSystemIntegrityProtectionModificationTask CreateManagedPrefixList CreateNatGateway CreateNetworkAcl CreateNetworkAclEntry CreateNetworkInsightsAccessScope CreateNetworkInsightsPath CreateNetworkInterface CreatePlacementGroup CreatePublicIpv4Pool CreateReplaceRootVolumeTask CreateReservedInstancesListing CreateRestoreImageTask CreateRoute CreateRouteServer CreateRouteServerEndpoint CreateRouteServerPeer CreateRouteTable CreateSecondaryNetwork CreateSecondarySubnet CreateSecurityGroup CreateSnapshot CreateSnapshots CreateSpotDatafeedSubscription CreateStoreImageTask CreateSubnet CreateSubnetCidrReservation CreateTrafficMirrorFilter CreateTrafficMirrorFilterRule CreateTrafficMirrorSession CreateTrafficMirrorTarget CreateTransitGateway CreateTransitGatewayConnect CreateTransitGatewayConnectPeer CreateTransitGatewayMeteringPolicy CreateTransitGatewayMeteringPolicyEntry CreateTransitGatewayMulticastDomain CreateTransitGatewayPeeringAttachment CreateTransitGatewayPolicyTable CreateTransitGatewayPolicyTableEntry CreateTransitGatewayPrefixListReference CreateTransitGatewayRoute CreateTransitGatewayRouteTable CreateTransitGatewayRouteTableAnnouncement CreateTransitGatewayVpcAttachment CreateVerifiedAccessEndpoint CreateVerifiedAccessGroup CreateVerifiedAccessInstance CreateVerifiedAccessTrustProvider CreateVolume CreateVpc CreateVpcBlockPublicAccessExclusion CreateVpcEncryptionControl CreateVpcEndpoint CreateVpcEndpointConnectionNotification CreateVpcEndpointServiceConfiguration CreateVpcPeeringConnection CreateVpnConcentrator CreateVpnConnection CreateVpnConnectionRoute CreateVpnGateway DeleteApplicationStatusCheck DeleteCapacityManagerDataExport DeleteCarrierGateway DeleteClientVpnEndpoint DeleteClientVpnRoute DeleteCoipCidr DeleteCoipPool DeleteCustomerGateway DeleteDhcpOptions DeleteEgressOnlyInternetGateway DeleteFleets DeleteFlowLogs DeleteFpgaImage DeleteImageUsageReport DeleteInstanceConnectEndpoint DeleteInstanceEventWindow DeleteInternetGateway DeleteIpam DeleteIpamExternalResourceVerificationToken DeleteIpamInternetRegistryAssociation DeleteIpamPolicy DeleteIpamPool DeleteIpamPrefixListResolver DeleteIpamPrefixListResolverTarget DeleteIpamResourceDiscovery DeleteIpamRoutingPolicyRegistration DeleteIpamScope DeleteKeyPair DeleteLaunchTemplate DeleteLaunchTemplateVersions DeleteLocalGatewayRoute DeleteLocalGatewayRouteTable DeleteLocalGatewayRouteTableVirtualInterfaceGroupAssociation DeleteLocalGatewayRouteTableVpcAssociation DeleteLocalGatewayVirtualInterface DeleteLocalGatewayVirtualInterfaceGroup DeleteManagedPrefixList DeleteNatGateway DeleteNetworkAcl DeleteNetworkAclEntry DeleteNetworkInsightsAccessScope DeleteNetworkInsightsAccessScopeAnalysis DeleteNetworkInsightsAnalysis DeleteNetworkInsightsPath DeleteNetworkInterface DeletePlacementGroup DeletePublicIpv4Pool DeleteQueuedReservedInstances DeleteRoute DeleteRouteServer DeleteRouteServerEndpoint DeleteRouteServerPeer DeleteRouteTable DeleteSecondaryNetwork DeleteSecondarySubnet DeleteSecurityGroup DeleteSnapshot DeleteSpotDatafeedSubscription DeleteSubnet DeleteSubnetCidrReservation DeleteTrafficMirrorFilter DeleteTrafficMirrorFilterRule DeleteTrafficMirrorSession DeleteTrafficMirrorTarget DeleteTransitGateway DeleteTransitGatewayClientVpnAttachment DeleteTransitGatewayConnect DeleteTransitGatewayConnectPeer DeleteTransitGatewayMeteringPolicy DeleteTransitGatewayMeteringPolicyEntry DeleteTransitGatewayMulticastDomain DeleteTransitGatewayPeeringAttachment DeleteTransitGatewayPolicyTable DeleteTransitGatewayPolicyTableEntry DeleteTransitGatewayPrefixListReference DeleteTransitGatewayRoute DeleteTransitGatewayRouteTable DeleteTransitGatewayRouteTableAnnouncement DeleteTransitGatewayVpcAttachment DeleteVerifiedAccessEndpoint DeleteVerifiedAccessGroup DeleteVerifiedAccessInstance DeleteVerifiedAccessTrustProvider DeleteVolume DeleteVpc DeleteVpcBlockPublicAccessExclusion DeleteVpcEncryptionControl DeleteVpcEndpointConnectionNotifications DeleteVpcEndpointServiceConfigurations DeleteVpcEndpoints DeleteVpcPeeringConnection DeleteVpnConcentrator DeleteVpnConnection DeleteVpnConnectionRoute DeleteVpnGateway DeprovisionByoipCidr DeprovisionIpamByoasn DeprovisionIpamPoolCidr DeprovisionPublicIpv4PoolCidr DeregisterImage DeregisterInstanceEventNotificationAttributes DeregisterTransitGatewayMulticastGroupMembers DeregisterTransitGatewayMulticastGroupSources DetachClassicLinkVpc DetachImageWatermark DetachInternetGateway DetachNetworkInterface DetachVerifiedAccessTrustProvider DetachVolume DetachVpnGateway DisableAddressTransfer DisableAllowedImagesSettings DisableApplicationStatusCheckSuppression DisableAwsNetworkPerformanceMetricSubscription DisableCapacityManager DisableEbsEncryptionByDefault DisableFastLaunch DisableFastSnapshotRestores DisableImage DisableImageDeprecation DisableImageDeregistrationProtection DisableInstanceSqlHaStandbyDetections DisableIpamOrganizationAdminAccount DisableIpamPolicy DisableRouteServerPropagation DisableSerialConsoleAccess DisableTransitGatewayRouteTablePropagation DisableVgwRoutePropagation DisableVpcClassicLink DisableVpcClassicLinkDnsSupport DisassociateAddress DisassociateApplicationStatusCheck DisassociateCapacityReservationBillingOwner DisassociateClientVpnTargetNetwork DisassociateEnclaveCertificateIamRole DisassociateIamInstanceProfile DisassociateInstanceEventWindow DisassociateIpamByoasn DisassociateIpamResourceDiscovery DisassociateNatGatewayAddress DisassociateRouteServer DisassociateRouteTable DisassociateSecurityGroupVpc DisassociateSubnetCidrBlock DisassociateTransitGatewayMulticastDomain DisassociateTransitGatewayPolicyTable DisassociateTransitGatewayRouteTable DisassociateTrunkInterface DisassociateVerifiedAccessInstanceWebAcl DisassociateVpcCidrBlock EnableAddressTransfer EnableAllowedImagesSettings EnableApplicationStatusCheckSuppression EnableAwsNetworkPerformanceMetricSubscription EnableCapacityManager EnableEbsEncryptionByDefault EnableFastLaunch EnableFastSnapshotRestores EnableImage EnableImageDeprecation EnableImageDeregistrationProtection EnableInstanceSqlHaStandbyDetections EnableIpamInternetRegistryAssociation EnableIpamOrganizationAdminAccount EnableIpamPolicy EnableReachabilityAnalyzerOrganizationSharing EnableRouteServerPropagation EnableSerialConsoleAccess EnableTransitGatewayRouteTablePropagation EnableVgwRoutePropagation EnableVolumeIO EnableVpcClassicLink EnableVpcClassicLinkDnsSupport ExportImage ExportTransitGatewayRoutes ImportByoipCidrToIpam ImportClientVpnClientCertificateRevocationList ImportImage ImportInstance ImportKeyPair ImportSnapshot ImportVolume InjectApiError InjectVolumeIOLatency LockSnapshot ModifyAccountVpcEncryptionControl ModifyAddressAttribute ModifyApplicationStatusCheck ModifyAvailabilityZoneGroup ModifyCapacityReservation ModifyCapacityReservationFleet ModifyClientVpnEndpoint ModifyDefaultCreditSpecification ModifyEbsDefaultKmsKeyId ModifyFleet ModifyFpgaImageAttribute ModifyHosts ModifyIdFormat ModifyIdentityIdFormat ModifyImageAttribute ModifyInstanceAttribute ModifyInstanceCapacityReservationAttributes ModifyInstanceConnectEndpoint ModifyInstanceCpuOptions ModifyInstanceCreditSpecification ModifyInstanceEventStartTime ModifyInstanceEventWindow ModifyInstanceMaintenanceOptions ModifyInstanceMetadataDefaults ModifyInstanceMetadataOptions ModifyInstanceNetworkPerformanceOptions ModifyInstancePlacement ModifyIpam ModifyIpamPolicyAllocationRules ModifyIpamPool ModifyIpamPoolAllocation ModifyIpamPrefixListResolver ModifyIpamPrefixListResolverTarget ModifyIpamResourceCidr ModifyIpamResourceDiscovery ModifyIpamRoutingPolicyRegistration ModifyIpamScope ModifyLaunchTemplate ModifyLocalGatewayRoute ModifyManagedPrefixList ModifyManagedResourceVisibility ModifyNetworkInterfaceAttribute ModifyPrivateDnsNameOptions ModifyPublicIpDnsNameOptions ModifyReservedInstances ModifyRouteServer ModifySecurityGroupRules ModifySnapshotTier ModifySpotFleetRequest ModifySubnetAttribute ModifyTrafficMirrorFilterNetworkServices ModifyTrafficMirrorFilterRule ModifyTrafficMirrorSession ModifyTransitGateway ModifyTransitGatewayMeteringPolicy ModifyTransitGatewayPolicyTableEntry ModifyTransitGatewayPrefixListReference ModifyTransitGatewayVpcAttachment ModifyVerifiedAccessEndpoint ModifyVerifiedAccessEndpointPolicy ModifyVerifiedAccessGroup ModifyVerifiedAccessGroupPolicy ModifyVerifiedAccessInstance ModifyVerifiedAccessInstanceLoggingConfiguration ModifyVerifiedAccessTrustProvider ModifyVolume ModifyVolumeAttribute ModifyVpcAttribute ModifyVpcBlockPublicAccessExclusion ModifyVpcBlockPublicAccessOptions ModifyVpcEncryptionControl ModifyVpcEndpoint ModifyVpcEndpointConnectionNotification ModifyVpcEndpointPayerResponsibility ModifyVpcEndpointServiceConfiguration ModifyVpcEndpointServicePayerResponsibility ModifyVpcPeeringConnectionOptions ModifyVpcTenancy ModifyVpnConnection ModifyVpnConnectionOptions ModifyVpnTunnelCertificate ModifyVpnTunnelOptions MonitorInstances MoveAddressToVpc MoveByoipCidrToIpam MoveCapacityReservationInstances PauseVolumeIO ProvisionByoipCidr ProvisionIpamByoasn ProvisionIpamPoolCidr ProvisionPublicIpv4PoolCidr PurchaseCapacityBlock PurchaseCapacityBlockExtension PurchaseHostReservation PurchaseReservedInstancesOffering PurchaseScheduledInstances RebootInstances RegisterImage RegisterInstanceEventNotificationAttributes RegisterTransitGatewayMulticastGroupMembers RegisterTransitGatewayMulticastGroupSources RejectCapacityReservationBillingOwnership RejectTransitGatewayClientVpnAttachment RejectTransitGatewayMulticastDomainAssociations RejectTransitGatewayPeeringAttachment RejectTransitGatewayVpcAttachment RejectVpcEndpointConnections RejectVpcPeeringConnection ReleaseAddress ReleaseHosts ReleaseIpamPoolAllocation ReplaceIamInstanceProfileAssociation ReplaceImageCriteriaInAllowedImagesSettings ReplaceImageInstanceTypeSpecification ReplaceNetworkAclAssociation ReplaceNetworkAclEntry ReplaceRoute ReplaceRouteTableAssociation ReplaceTransitGatewayRoute ReplaceVpnTunnel ReportInstanceStatus RequestSpotFleet RequestSpotInstances ResetAddressAttribute ResetEbsDefaultKmsKeyId ResetFpgaImageAttribute ResetImageAttribute ResetInstanceAttribute ResetNetworkInterfaceAttribute RestoreAddressToClassic RestoreImageFromRecycleBin RestoreManagedPrefixListVersion RestoreSnapshotFromRecycleBin RestoreSnapshotTier RestoreVolumeFromRecycleBin RevokeClientVpnIngress RevokeSecurityGroupEgress RevokeSecurityGroupIngress RunInstances RunScheduledInstances SendDiagnosticInterrupt SendSpotInstanceInterruptions StartInstances StartNetworkInsightsAccessScopeAnalysis StartNetworkInsightsAnalysis StartVpcEndpointServicePrivateDnsVerification StopInstances TerminateClientVpnConnections TerminateInstances UnassignIpv6Addresses UnassignPrivateIpAddresses UnassignPrivateNatGatewayAddress UnlockSnapshot UnmonitorInstances UpdateCapacityManagerMonitoredTagKeys UpdateCapacityManagerOrganizationsAccess UpdateInterruptibleCapacityReservationAllocation UpdateSecurityGroupRuleDescriptionsEgress UpdateSecurityGroupRuleDescriptionsIngress WithdrawByoipCidr"
	},
	"ec2-instance-connect": { "W": "OpenTunnel SendSSHPublicKey SendSerialConsoleSSHPublicKey" },
	"ec2messages": {
		"R": "GetEndpoint GetMessages",
		"W": "AcknowledgeMessage DeleteMessage FailMessage SendReply"
	},
	"ecr": {
		"L": "DescribeImages DescribePullThroughCacheRules ListImages ListPullTimeUpdateExclusions",
		"P": "DeleteRegistryPolicy DeleteRepositoryPolicy PutRegistryPolicy SetRepositoryPolicy",
		"R": "BatchCheckLayerAvailability BatchGetImage BatchGetRepositoryScanningConfiguration DescribeImageReplicationStatus DescribeImageScanFindings DescribeImageSigningStatus DescribeRegistry DescribeRepositories DescribeRepositoryCreationTemplates GetAccountSetting GetAuthorizationToken GetDownloadUrlForLayer GetImageCopyStatus GetLifecyclePolicy GetLifecyclePolicyPreview GetRegistryPolicy GetRegistryScanningConfiguration GetRepositoryPolicy GetSigningConfiguration ListTagsForResource ValidatePullThroughCacheRule",
		"T": "TagResource UntagResource",
		"W": "BatchDeleteImage BatchImportUpstreamImage CompleteLayerUpload CreatePullThroughCacheRule CreateRepository CreateRepositoryCreationTemplate DeleteLifecyclePolicy DeletePullThroughCacheRule DeleteRepository DeleteRepositoryCreationTemplate DeleteSigningConfiguration DeregisterPullTimeUpdateExclusion InitiateLayerUpload PutAccountSetting PutImage PutImageScanningConfiguration PutImageTagMutability PutLifecyclePolicy PutRegistryScanningConfiguration PutReplicationConfiguration PutSigningConfiguration RegisterPullTimeUpdateExclusion ReplicateImage StartImageScan StartLifecyclePolicyPreview UpdateImageStorageClass UpdatePullThroughCacheRule UpdateRepositoryCreationTemplate UploadLayerPart"
	},
	"ecr-public": {
		"L": "DescribeImageTags DescribeRegistries DescribeRepositories",
		"P": "SetRepositoryPolicy",
		"R": "BatchCheckLayerAvailability DescribeImages GetAuthorizationToken GetRegistryCatalogData GetRepositoryCatalogData GetRepositoryPolicy ListTagsForResource",
		"T": "TagResource UntagResource",
		"W": "BatchDeleteImage CompleteLayerUpload CreateRepository DeleteRepository DeleteRepositoryPolicy InitiateLayerUpload PutImage PutRegistryCatalogData PutRepositoryCatalogData UploadLayerPart"
	},
	"ecs": {
		"L": "ListAttributes ListClusters ListContainerInstances ListDaemonDeployments ListDaemonTaskDefinitions ListDaemons ListServiceDeployments ListServices ListServicesByNamespace ListTaskDefinitionFamilies ListTaskDefinitions ListTasks",
		"P": "AllowVendedLogDeliveryForResource",
		"R": "DescribeCapacityProviders DescribeClusters DescribeContainerInstances DescribeDaemon DescribeDaemonDeployments DescribeDaemonRevisions DescribeDaemonTaskDefinition DescribeExpressGatewayService DescribeServiceDeployments DescribeServiceRevisions DescribeServices DescribeTaskDefinition DescribeTaskSets DescribeTasks GetTaskProtection ListAccountSettings ListTagsForResource",
		"T": "TagResource UntagResource",
		"W": "ContinueServiceDeployment CreateCapacityProvider CreateCluster CreateDaemon CreateExpressGatewayService CreateService CreateTaskSet DeleteAccountSetting DeleteAttributes DeleteCapacityProvider DeleteCluster DeleteDaemon DeleteDaemonTaskDefinition DeleteExpressGatewayService DeleteService DeleteTaskDefinitions DeleteTaskSet DeregisterContainerInstance DeregisterTaskDefinition DiscoverPollEndpoint ExecuteCommand Poll PutAccountSetting PutAccountSettingDefault PutAttributes PutClusterCapacityProviders PutSystemLogEvents RegisterContainerInstance RegisterDaemonTaskDefinition RegisterTaskDefinition RunTask StartTask StartTelemetrySession StopServiceDeployment StopTask SubmitAttachmentStateChanges SubmitContainerStateChange SubmitTaskStateChange UpdateCapacityProvider UpdateCluster UpdateClusterSettings UpdateContainerAgent UpdateContainerInstancesState UpdateDaemon UpdateExpressGatewayService UpdateService UpdateServicePrimaryTaskSet UpdateTaskProtection UpdateTaskSet"
	},
	"ecs-mcp": { "R": "InvokeReadOnlyTools UseMcp" },
	"eks": {
		"L": "ListAccessEntries ListAccessPolicies ListAddons ListAssociatedAccessPolicies ListCapabilities ListCertificateAuthorities ListClusters ListEksAnywhereSubscriptions ListFargateProfiles ListIdentityProviderConfigs ListInsights ListNodegroups ListPodIdentityAssociations ListUpdates",
		"R": "AccessKubernetesApi DescribeAccessEntry DescribeAddon DescribeAddonConfiguration DescribeAddonVersions DescribeCapability DescribeCertificateAuthority DescribeCluster DescribeClusterVersions DescribeEksAnywhereSubscription DescribeFargateProfile DescribeIdentityProviderConfig DescribeInsight DescribeInsightsRefresh DescribeNodegroup DescribePodIdentityAssociation DescribeUpdate ListDashboardData ListDashboardResources ListTagsForResource",
		"T": "TagResource UntagResource",
		"W": "ActivateCertificateAuthority AssociateAccessPolicy AssociateEncryptionConfig AssociateIdentityProviderConfig CancelUpdate CreateAccessEntry CreateAddon CreateCapability CreateCertificateAuthority CreateCluster CreateEksAnywhereSubscription CreateFargateProfile CreateNodegroup CreatePodIdentityAssociation DeleteAccessEntry DeleteAddon DeleteCapability DeleteCertificateAuthority DeleteCluster DeleteEksAnywhereSubscription DeleteFargateProfile DeleteNodegroup DeletePodIdentityAssociation DeregisterCluster DisassociateAccessPolicy DisassociateIdentityProviderConfig MutateViaKubernetesApi RegisterCluster StartInsightsRefresh UpdateAccessEntry UpdateAddon UpdateCapability UpdateClusterConfig UpdateClusterVersion UpdateEksAnywhereSubscription UpdateNodegroupConfig UpdateNodegroupVersion UpdatePodIdentityAssociation"
	},
	"eks-auth": { "R": "AssumeRoleForPodIdentity" },
	"eks-mcp": {
		"R": "CallReadOnlyTool InvokeMcp",
		"W": "CallPrivilegedTool"
	},
	"elasticache": {
		"L": "DescribeCacheClusters DescribeCacheEngineVersions DescribeCacheParameterGroups DescribeCacheParameters DescribeCacheSecurityGroups DescribeCacheSubnetGroups DescribeEngineDefaultParameters DescribeEvents DescribeGlobalReplicationGroups DescribeReplicationGroups DescribeReservedCacheNodes DescribeReservedCacheNodesOfferings DescribeServerlessCacheSnapshots DescribeServerlessCaches DescribeServiceUpdates DescribeSnapshots DescribeUpdateActions DescribeUserGroups DescribeUsers ListAllowedNodeTypeModifications",
		"R": "ListTagsForResource",
		"T": "AddTagsToResource RemoveTagsFromResource",
		"W": "AuthorizeCacheSecurityGroupIngress BatchApplyUpdateAction BatchStopUpdateAction CompleteMigration Connect CopyServerlessCacheSnapshot CopySnapshot CreateCacheCluster CreateCacheParameterGroup CreateCacheSecurityGroup CreateCacheSubnetGroup CreateGlobalReplicationGroup CreateReplicationGroup CreateServerlessCache CreateServerlessCacheSnapshot CreateSnapshot CreateUser CreateUserGroup DecreaseNodeGroupsInGlobalReplicationGroup DecreaseReplicaCount DeleteCacheCluster DeleteCacheParameterGroup DeleteCacheSecurityGroup DeleteCacheSubnetGroup DeleteGlobalReplicationGroup DeleteReplicationGroup DeleteServerlessCache DeleteServerlessCacheSnapshot DeleteSnapshot DeleteUser DeleteUserGroup DisassociateGlobalReplicationGroup ExportServerlessCacheSnapshot FailoverGlobalReplicationGroup IncreaseNodeGroupsInGlobalReplicationGroup IncreaseReplicaCount InterruptClusterAzPower ModifyCacheCluster ModifyCacheParameterGroup ModifyCacheSubnetGroup ModifyGlobalReplicationGroup ModifyReplicationGroup ModifyReplicationGroupShardConfiguration ModifyServerlessCache ModifyUser ModifyUserGroup PurchaseReservedCacheNodesOffering RebalanceSlotsInGlobalReplicationGroup RebootCacheCluster ResetCacheParameterGroup RevokeCacheSecurityGroupIngress StartMigration TestFailover TestMigration"
	},
	"elasticbeanstalk": {
		"L": "DescribeApplicationVersions DescribeApplications DescribeEnvironments ListAvailableSolutionStacks ListPlatformBranches ListPlatformVersions",
		"R": "CheckDNSAvailability DescribeAccountAttributes DescribeConfigurationOptions DescribeConfigurationSettings DescribeEnvironmentHealth DescribeEnvironmentManagedActionHistory DescribeEnvironmentManagedActions DescribeEnvironmentResources DescribeEvents DescribeInstancesHealth DescribePlatformVersion ListTagsForResource RequestEnvironmentInfo RetrieveEnvironmentInfo ValidateConfigurationSettings",
		"T": "AddTags RemoveTags UpdateTagsForResource",
		"W": "AbortEnvironmentUpdate ApplyEnvironmentManagedAction AssociateEnvironmentOperationsRole ComposeEnvironments CreateApplication CreateApplicationVersion CreateConfigurationTemplate CreateEnvironment CreatePlatformVersion CreateStorageLocation DeleteApplication DeleteApplicationVersion DeleteConfigurationTemplate DeleteEnvironmentConfiguration DeletePlatformVersion DisassociateEnvironmentOperationsRole PutInstanceStatistics RebuildEnvironment RestartAppServer SwapEnvironmentCNAMEs TerminateEnvironment UpdateApplication UpdateApplicationResourceLifecycle UpdateApplicationVersion UpdateConfigurationTemplate UpdateEnvironment"
	},
	"elasticfilesystem": {
		"L": "DescribeAccessPoints DescribeAccountPreferences DescribeFileSystems DescribeReplicationConfigurations",
		"P": "DeleteFileSystemPolicy PutFileSystemPolicy",
		"R": "ClientMount DescribeBackupPolicy DescribeFileSystemPolicy DescribeLifecycleConfiguration DescribeMountTargetSecurityGroups DescribeMountTargets DescribeTags ListTagsForResource ReplicationRead",
		"T": "CreateTags DeleteTags TagResource UntagResource",
		"W": "Backup ClientRootAccess ClientWrite CreateAccessPoint CreateFileSystem CreateMountTarget CreateReplicationConfiguration DeleteAccessPoint DeleteFileSystem DeleteMountTarget DeleteReplicationConfiguration ModifyMountTargetSecurityGroups PutAccountPreferences PutBackupPolicy PutLifecycleConfiguration ReplicationWrite Restore UpdateFileSystem UpdateFileSystemProtection"
	},
	"elasticloadbalancing": {
		"L": "DescribeLoadBalancers DescribeWebACLAssociation",
		"P": "AllowVendedLogDeliveryForResource",
		"R": "DescribeAccountLimits DescribeCapacityReservation DescribeInstanceHealth DescribeListenerAttributes DescribeListenerCertificates DescribeListeners DescribeLoadBalancerAttributes DescribeLoadBalancerPolicies DescribeLoadBalancerPolicyTypes DescribeRules DescribeSSLPolicies DescribeTags DescribeTargetGroupAttributes DescribeTargetGroups DescribeTargetHealth DescribeTrustStoreAssociations DescribeTrustStoreRevocations DescribeTrustStores GetLoadBalancerWebACL GetResourcePolicy GetTrustStoreCaCertificatesBundle GetTrustStoreRevocationContent",
		"T": "AddTags RemoveTags",
		"W": "AddListenerCertificates AddTrustStoreRevocations ApplySecurityGroupsToLoadBalancer AttachLoadBalancerToSubnets ConfigureHealthCheck CreateAppCookieStickinessPolicy CreateLBCookieStickinessPolicy CreateListener CreateLoadBalancer CreateLoadBalancerListeners CreateLoadBalancerPolicy CreateRule CreateTargetGroup CreateTrustStore CreateWebACLAssociation DeleteListener DeleteLoadBalancer DeleteLoadBalancerListeners DeleteLoadBalancerPolicy DeleteRule DeleteSharedTrustStoreAssociation DeleteTargetGroup DeleteTrustStore DeleteWebACLAssociation DeregisterInstancesFromLoadBalancer DeregisterTargets DetachLoadBalancerFromSubnets DisableAvailabilityZonesForLoadBalancer EnableAvailabilityZonesForLoadBalancer ModifyCapacityReservation ModifyIpPools ModifyListener ModifyListenerAttributes ModifyLoadBalancerAttributes ModifyRule ModifyTargetGroup ModifyTargetGroupAttributes ModifyTrustStore RegisterInstancesWithLoadBalancer RegisterTargets RemoveListenerCertificates RemoveTrustStoreRevocations SetIpAddressType SetLoadBalancerListenerSSLCertificate SetLoadBalancerPoliciesForBackendServer SetLoadBalancerPoliciesOfListener SetRulePriorities SetSecurityGroups SetSubnets SetWebAcl"
	},
	"elasticmapreduce": {
		"L": "ListClusters ListEditors ListNotebookExecutions ListReleaseLabels ListRepositories ListSecurityConfigurations ListSessions ListStudioSessionMappings ListStudios ListSupportedInstanceTypes ListWorkspaceAccessIdentities ViewEventsFromAllClustersInConsole",
		"P": "DeleteWorkspaceAccess PutBlockPublicAccessConfiguration PutWorkspaceAccess",
		"R": "DescribeCluster DescribeEditor DescribeJobFlows DescribeNotebookExecution DescribePersistentAppUI DescribeReleaseLabel DescribeRepository DescribeSecurityConfiguration DescribeStep DescribeStudio GetAutoTerminationPolicy GetBlockPublicAccessConfiguration GetManagedScalingPolicy GetSession GetStudioSessionMapping ListBootstrapActions ListInstanceFleets ListInstanceGroups ListInstances ListSteps",
		"T": "AddTags RemoveTags",
		"W": "AccessAllEventLogs AddInstanceFleet AddInstanceGroups AddJobFlowSteps AttachEditor CancelSteps CreateEditor CreatePersistentAppUI CreateRepository CreateSecurityConfiguration CreateStudio CreateStudioPresignedUrl CreateStudioSessionMapping DeleteEditor DeleteRepository DeleteSecurityConfiguration DeleteStudio DeleteStudioSessionMapping DetachEditor GetClusterSessionCredentials GetOnClusterAppUIPresignedURL GetPersistentAppUIPresignedURL GetSessionEndpoint LinkRepository ModifyCluster ModifyInstanceFleet ModifyInstanceGroups OpenEditorInConsole PutAutoScalingPolicy PutAutoTerminationPolicy PutManagedScalingPolicy RemoveAutoScalingPolicy RemoveAutoTerminationPolicy RemoveManagedScalingPolicy RunJobFlow SetKeepJobFlowAliveWhenNoSteps SetTerminationProtection SetUnhealthyNodeReplacement SetVisibleToAllUsers StartEditor StartNotebookExecution StartSession StopEditor StopNotebookExecution TerminateJobFlows TerminateSession UnlinkRepository UpdateEditor UpdateRepository UpdateStudio UpdateStudioSessionMapping"
	},
	"elastictranscoder": {
		"L": "ListJobsByPipeline ListJobsByStatus ListPipelines ListPresets",
		"R": "ReadJob ReadPipeline ReadPreset",
		"W": "CancelJob CreateJob CreatePipeline CreatePreset DeletePipeline DeletePreset TestRole UpdatePipeline UpdatePipelineNotifications UpdatePipelineStatus"
	},
	"elemental-activations": {
		"R": "DownloadKickstart DownloadSoftware GetArtifactGroupSoftwareVersions GetAsset GetAssets GetProductAdvisories GetSoftwareVersions",
		"W": "CompleteAccountRegistration CompleteFileUpload ConfirmAccount GenerateLicense GenerateLicenses StartFileUpload"
	},
	"elemental-appliances-software": {
		"L": "ListQuotes",
		"R": "GetAvsCorrectAddress GetBillingAddresses GetDeliveryAddressesV2 GetOrder GetOrdersV2 GetQuote GetTaxes",
		"W": "CompleteUpload CreateOrderV1 CreateQuote StartUpload SubmitOrderV1 UpdateQuote"
	},
	"elemental-inference": {
		"L": "ListDictionaries ListFeeds",
		"R": "ExportDictionaryEntries GetDictionary GetFeed GetFeedPolicy GetMetadata ListTagsForResource",
		"T": "TagResource UntagResource",
		"W": "AssociateFeed CreateDictionary CreateFeed DeleteDictionary DeleteFeed DeleteFeedPolicy DisassociateFeed PutFeedPolicy PutMedia UpdateDictionary UpdateFeed"
	},
	"elemental-support-cases": {
		"R": "GetCase GetCasePermission GetCases GetUICache ListTagsForCase",
		"T": "TagCase UntagCase",
		"W": "AddCaseComment CheckCasePermission CompleteMultipartUpload CreateCase CreateS3CLIUploadCommand CreateS3DownloadUrl StartMultipartUpload UpdateCase UpdateCaseStatus UpdateMultipartUpload"
	},
	"elemental-support-content": { "R": "Query" },
	"emr-containers": {
		"L": "ListJobRuns ListJobTemplates ListManagedEndpoints ListSecurityConfigurations ListTagsForResource ListVirtualClusters",
		"R": "DescribeJobRun DescribeJobTemplate DescribeManagedEndpoint DescribeSecurityConfiguration DescribeVirtualCluster",
		"T": "TagResource UntagResource",
		"W": "CancelJobRun CreateCertificate CreateJobTemplate CreateManagedEndpoint CreateSecurityConfiguration CreateVirtualCluster DeleteJobTemplate DeleteManagedEndpoint DeleteSecurityConfiguration DeleteVirtualCluster GetManagedEndpointSessionCredentials StartJobRun"
	},
	"emr-serverless": {
		"L": "ListApplications ListJobRunAttempts ListJobRuns ListSessions",
		"R": "GetApplication GetDashboardForJobRun GetJobRun GetResourceDashboard GetSession GetSessionEndpoint ListTagsForResource",
		"T": "TagResource UntagResource",
		"W": "AccessInteractiveEndpoints AccessLivyEndpoints AccessSystemProfileLogs CancelJobRun CreateApplication DeleteApplication StartApplication StartJobRun StartSession StopApplication TerminateSession UpdateApplication"
	},
	"entityresolution": {
		"L": "ListIdMappingJobs ListIdMappingWorkflows ListIdNamespaces ListMatchingJobs ListMatchingWorkflows ListProviderServices ListSchemaMappings",
		"P": "AddPolicyStatement DeletePolicyStatement PutPolicy UseIdNamespace UseWorkflow",
		"R": "GetIdMappingJob GetIdMappingWorkflow GetIdNamespace GetMatchId GetMatchingJob GetMatchingWorkflow GetPolicy GetProviderService GetSchemaMapping ListTagsForResource",
		"T": "TagResource UntagResource",
		"W": "BatchDeleteUniqueId CreateIdMappingWorkflow CreateIdNamespace CreateMatchingWorkflow CreateSchemaMapping DeleteIdMappingWorkflow DeleteIdNamespace DeleteMatchingWorkflow DeleteSchemaMapping GenerateMatchId StartIdMappingJob StartMatchingJob UpdateIdMappingWorkflow UpdateIdNamespace UpdateMatchingWorkflow UpdateSchemaMapping"
	},
	"es": {
		"L": "DescribeDomains DescribeElasticsearchDomains DescribeElasticsearchInstanceTypeLimits DescribeInboundConnections DescribeInboundCrossClusterSearchConnections DescribeInstanceTypeLimits DescribeOutboundConnections DescribeOutboundCrossClusterSearchConnections DescribeReservedElasticsearchInstanceOfferings DescribeReservedElasticsearchInstances DescribeReservedInstanceOfferings DescribeReservedInstances DescribeVpcEndpoints GetCompatibleElasticsearchVersions GetCompatibleVersions ListApplications ListDataSourceAttachments ListDataSources ListDirectQueryDataSources ListDomainMaintenances ListDomainNames ListDomainsForPackage ListElasticsearchInstanceTypeDetails ListElasticsearchInstanceTypes ListElasticsearchVersions ListInsights ListInstanceTypeDetails ListMigrations ListPackagesForDomain ListScheduledActions ListVersions ListVpcEndpointAccess ListVpcEndpoints ListVpcEndpointsForDomain",
		"R": "DescribeDataSourceAttachment DescribeDomain DescribeDomainAutoTunes DescribeDomainChangeProgress DescribeDomainConfig DescribeDomainHealth DescribeDomainNodes DescribeDryRunProgress DescribeElasticsearchDomain DescribeElasticsearchDomainConfig DescribeInsightDetails DescribePackages ESCrossClusterGet ESHttpGet ESHttpHead GetApplication GetCapability GetDataSource GetDefaultApplicationSetting GetDirectQueryDataSource GetDomainMaintenanceStatus GetIndex GetMigration GetPackageVersionHistory GetUpgradeHistory GetUpgradeStatus ListTags",
		"T": "AddTags RemoveTags",
		"W": "AcceptInboundConnection AcceptInboundCrossClusterSearchConnection AddDataSource AddDirectQueryDataSource AssociatePackage AssociatePackages AttachDataSource AuthorizeVpcEndpointAccess CancelDomainConfigChange CancelElasticsearchServiceSoftwareUpdate CancelServiceSoftwareUpdate CreateApplication CreateDomain CreateElasticsearchDomain CreateElasticsearchServiceRole CreateIndex CreateOutboundConnection CreateOutboundCrossClusterSearchConnection CreatePackage CreateServiceRole CreateVpcEndpoint DeleteApplication DeleteDataSource DeleteDirectQueryDataSource DeleteDomain DeleteElasticsearchDomain DeleteElasticsearchServiceRole DeleteInboundConnection DeleteInboundCrossClusterSearchConnection DeleteIndex DeleteOutboundConnection DeleteOutboundCrossClusterSearchConnection DeletePackage DeleteVpcEndpoint DeregisterCapability DetachDataSource DissociatePackage DissociatePackages ESHttpDelete ESHttpPatch ESHttpPost ESHttpPut InsightFeedback PurchaseReservedElasticsearchInstanceOffering PurchaseReservedInstanceOffering PutDefaultApplicationSetting RegisterCapability RejectInboundConnection RejectInboundCrossClusterSearchConnection RevokeVpcEndpointAccess RollbackElasticsearchServiceSoftwareUpdate RollbackServiceSoftwareUpdate StartDomainMaintenance StartElasticsearchServiceSoftwareUpdate StartMigration StartServiceSoftwareUpdate UpdateApplication UpdateDataSource UpdateDirectQueryDataSource UpdateDomainConfig UpdateElasticsearchDomainConfig UpdateIndex UpdatePackage UpdatePackageScope UpdateScheduledAction UpdateVpcEndpoint UpgradeDomain UpgradeElasticsearchDomain"
	},
	"events": {
		"L": "ListApiDestinations ListArchives ListConnections ListEndpoints ListEventBuses ListEventSources ListPartnerEventSourceAccounts ListPartnerEventSources ListReplays ListResourcePolicies ListRuleNamesByTarget ListRules ListSubscribers ListTagsForResource ListTargetsByRule",
		"P": "DeleteResourcePolicy PutPermission PutResourcePolicy RemovePermission",
		"R": "DescribeApiDestination DescribeArchive DescribeConnection DescribeEndpoint DescribeEventBus DescribeEventSource DescribePartnerEventSource DescribeReplay DescribeRule DescribeSubscriber GetResourcePolicy TestEventPattern",
		"T": "TagResource UntagResource",
		"W": "ActivateEventSource AllowVendedLogDeliveryForResource CancelReplay CreateApiDestination CreateArchive CreateConnection CreateEndpoint CreateEventBus CreateEventSource CreatePartnerEventSource CreateSubscriber DeactivateEventSource DeauthorizeConnection DeleteApiDestination DeleteArchive DeleteConnection DeleteEndpoint DeleteEventBus DeleteEventSource DeletePartnerEventSource DeleteRule DeleteSubscriber DisableRule EnableRule InvokeApiDestination PutEvents PutPartnerEvents PutRawEvents PutRule PutTargets RemoveTargets RetrieveConnectionCredentials RevokeResource StartReplay UpdateApiDestination UpdateArchive UpdateConnection UpdateEndpoint UpdateEventBus UpdateEventSource UpdateSubscriber"
	},
	"eventsbilltoaws": {
		"R": "info",
		"W": "approve"
	},
	"evidently": {
		"R": "GetExperiment GetExperimentResults GetFeature GetLaunch GetProject GetSegment ListExperiments ListFeatures ListLaunches ListProjects ListSegmentReferences ListSegments ListTagsForResource TestSegmentPattern",
		"T": "TagResource UntagResource",
		"W": "BatchEvaluateFeature CreateExperiment CreateFeature CreateLaunch CreateProject CreateSegment DeleteExperiment DeleteFeature DeleteLaunch DeleteProject DeleteSegment EvaluateFeature PutProjectEvents StartExperiment StartLaunch StopExperiment StopLaunch UpdateExperiment UpdateFeature UpdateLaunch UpdateProject UpdateProjectDataDelivery"
	},
	"evs": {
		"L": "ListEnvironmentConnectors ListEnvironmentHosts ListEnvironmentVlans ListEnvironments ListVmEntitlements",
		"R": "GetAccountSettings GetDepotUrl GetEnvironment GetVersions ListTagsForResource",
		"T": "TagResource UntagResource",
		"W": "AssociateEipToVlan CreateEntitlement CreateEnvironment CreateEnvironmentConnector CreateEnvironmentHost DeleteEntitlement DeleteEnvironment DeleteEnvironmentConnector DeleteEnvironmentHost DisassociateEipFromVlan PutAccountSettings UpdateEnvironmentConnector"
	},
	"execute-api": { "W": "InvalidateCache Invoke ManageConnections" },
	"finops-agent": {
		"L": "ListAgentSpaces ListArtifacts ListAutomations ListConnections ListConversations ListDocuments ListIntegrations ListRecords ListTasks ListTurns",
		"R": "GetAgentRequest GetAgentSpace GetArtifactContent GetArtifactMetadata GetAutomation GetConnection GetDocumentContent GetDocumentMetadata GetIntegration GetTask GetTurn",
		"W": "AcceptAgentRequest CancelTask CancelTurn CreateAgentSpace CreateAutomation CreateConnection CreateConversation CreateDocument CreateIntegration CreateOneTimeLoginSession CreateTask CreateTurn DeleteAgentSpace DeleteArtifact DeleteAutomation DeleteConnection DeleteDocument DeleteIntegration RejectAgentRequest RestoreDocument SendFeedback UpdateAgentSpace UpdateAutomation UpdateConnection UpdateDocument"
	},
	"finspace": {
		"L": "ListEnvironments ListKxChangesets ListKxClusterNodes ListKxClusters ListKxDatabases ListKxDataviews ListKxEnvironments ListKxScalingGroups ListKxUsers ListKxVolumes ListTagsForResource ListUsers",
		"R": "GetEnvironment GetKxChangeset GetKxCluster GetKxConnectionString GetKxDatabase GetKxDataview GetKxEnvironment GetKxScalingGroup GetKxUser GetKxVolume GetLoadSampleDataSetGroupIntoEnvironmentStatus GetUser",
		"T": "TagResource UntagResource",
		"W": "ConnectKxCluster CreateEnvironment CreateKxChangeset CreateKxCluster CreateKxDatabase CreateKxDataview CreateKxEnvironment CreateKxScalingGroup CreateKxUser CreateKxVolume CreateUser DeleteEnvironment DeleteKxCluster DeleteKxClusterNode DeleteKxDatabase DeleteKxDataview DeleteKxEnvironment DeleteKxScalingGroup DeleteKxUser DeleteKxVolume LoadSampleDataSetGroupIntoEnvironment MountKxDatabase ResetUserPassword UpdateEnvironment UpdateKxClusterCodeConfiguration UpdateKxClusterDatabases UpdateKxDatabase UpdateKxDataview UpdateKxEnvironment UpdateKxEnvironmentNetwork UpdateKxUser UpdateKxVolume UpdateUser"
	},
	"finspace-api": { "R": "GetProgrammaticAccessCredentials" },
	"firehose": {
		"L": "ListDeliveryStreams ListTagsForDeliveryStream",
		"R": "DescribeDeliveryStream",
		"T": "TagDeliveryStream UntagDeliveryStream",
		"W": "CreateDeliveryStream DeleteDeliveryStream PutRecord PutRecordBatch StartDeliveryStreamEncryption StopDeliveryStreamEncryption UpdateDestination"
	},
	"fis": {
		"L": "ListActions ListExperimentResolvedTargets ListExperimentTargetAccountConfigurations ListExperimentTemplates ListExperiments ListTargetAccountConfigurations ListTargetResourceTypes",
		"R": "GetAction GetExperiment GetExperimentTargetAccountConfiguration GetExperimentTemplate GetSafetyLever GetTargetAccountConfiguration GetTargetResourceType ListTagsForResource",
		"T": "TagResource UntagResource",
		"W": "CreateExperimentTemplate CreateTargetAccountConfiguration DeleteExperimentTemplate DeleteTargetAccountConfiguration InjectApiInternalError InjectApiThrottleError InjectApiUnavailableError StartExperiment StopExperiment UpdateExperimentTemplate UpdateSafetyLeverState UpdateTargetAccountConfiguration"
	},
	"fms": {
		"L": "ListAdminAccountsForOrganization ListAdminsManagingAccount ListAppsLists ListComplianceStatus ListDiscoveredResources ListMemberAccounts ListPolicies ListProtocolsLists ListResourceSetResources ListResourceSets ListThirdPartyFirewallFirewallPolicies",
		"R": "GetAdminAccount GetAdminScope GetAppsList GetComplianceDetail GetNotificationChannel GetPolicy GetProtectionStatus GetProtocolsList GetResourceSet GetThirdPartyFirewallAssociationStatus GetViolationDetails ListTagsForResource",
		"T": "TagResource UntagResource",
		"W": "AssociateAdminAccount AssociateThirdPartyFirewall BatchAssociateResource BatchDisassociateResource DeleteAppsList DeleteNotificationChannel DeletePolicy DeleteProtocolsList DeleteResourceSet DisassociateAdminAccount DisassociateThirdPartyFirewall PutAdminAccount PutAppsList PutNotificationChannel PutPolicy PutProtocolsList PutResourceSet"
	},
	"forecast": {
		"R": "DescribeAutoPredictor DescribeDataset DescribeDatasetGroup DescribeDatasetImportJob DescribeExplainability DescribeExplainabilityExport DescribeForecast DescribeForecastEndpoint DescribeForecastExportJob DescribeMonitor DescribePredictor DescribePredictorBacktestExportJob DescribeWhatIfAnalysis DescribeWhatIfForecast DescribeWhatIfForecastExport GetAccuracyMetrics GetRecentForecastContext InvokeForecastEndpoint ListDatasetGroups ListDatasetImportJobs ListDatasets ListExplainabilities ListExplainabilityExports ListForecastExportJobs ListForecasts ListMonitorEvaluations ListMonitors ListPredictorBacktestExportJobs ListPredictors ListTagsForResource ListWhatIfAnalyses ListWhatIfForecastExports ListWhatIfForecasts QueryForecast QueryWhatIfForecast",
		"T": "TagResource UntagResource",
		"W": "CreateAutoPredictor CreateDataset CreateDatasetGroup CreateDatasetImportJob CreateExplainability CreateExplainabilityExport CreateForecast CreateForecastEndpoint CreateForecastExportJob CreateMonitor CreatePredictor CreatePredictorBacktestExportJob CreateWhatIfAnalysis CreateWhatIfForecast CreateWhatIfForecastExport DeleteDataset DeleteDatasetGroup DeleteDatasetImportJob DeleteExplainability DeleteExplainabilityExport DeleteForecast DeleteForecastEndpoint DeleteForecastExportJob DeleteMonitor DeletePredictor DeletePredictorBacktestExportJob DeleteResourceTree DeleteWhatIfAnalysis DeleteWhatIfForecast DeleteWhatIfForecastExport ResumeResource StopResource UpdateDatasetGroup"
	},
	"frauddetector": {
		"L": "BatchGetVariable GetBatchImportJobs GetBatchPredictionJobs GetDetectors GetEntityTypes GetEventTypes GetExternalModels GetLabels GetListsMetadata GetModels GetOutcomes GetRules GetVariables ListEventPredictions",
		"R": "DescribeDetector DescribeModelVersions GetBatchImportJobValidationReport GetDeleteEventsByEventTypeStatus GetDetectorVersion GetEvent GetEventPrediction GetEventPredictionMetadata GetKMSEncryptionKey GetListElements GetModelVersion ListTagsForResource",
		"T": "TagResource UntagResource",
		"W": "BatchCreateVariable CancelBatchImportJob CancelBatchPredictionJob CreateBatchImportJob CreateBatchPredictionJob CreateDetectorVersion CreateList CreateModel CreateModelVersion CreateRule CreateVariable DeleteBatchImportJob DeleteBatchPredictionJob DeleteDetector DeleteDetectorVersion DeleteEntityType DeleteEvent DeleteEventType DeleteEventsByEventType DeleteExternalModel DeleteLabel DeleteList DeleteModel DeleteModelVersion DeleteOutcome DeleteRule DeleteVariable PutDetector PutEntityType PutEventType PutExternalModel PutKMSEncryptionKey PutLabel PutOutcome SendEvent UpdateDetectorVersion UpdateDetectorVersionMetadata UpdateDetectorVersionStatus UpdateEventLabel UpdateList UpdateModel UpdateModelVersion UpdateModelVersionStatus UpdateRuleMetadata UpdateRuleVersion UpdateVariable"
	},
	"freertos": {
		"L": "ListFreeRTOSVersions ListHardwarePlatforms ListHardwareVendors ListSoftwareConfigurations ListSoftwarePatches ListSubscriptionEmails ListSubscriptions",
		"R": "DescribeHardwarePlatform DescribeSoftwareConfiguration DescribeSubscription GetEmpPatchUrl GetSoftwareURL GetSoftwareURLForConfiguration GetSubscriptionBillingAmount",
		"W": "CreateSoftwareConfiguration CreateSubscription DeleteSoftwareConfiguration UpdateEmailRecipients UpdateSoftwareConfiguration VerifyEmail"
	},
	"freetier": {
		"L": "ListAccountActivities",
		"R": "GetAccountActivity GetAccountPlanState GetFreeTierAlertPreference GetFreeTierUsage",
		"W": "PutFreeTierAlertPreference UpgradeAccountPlan"
	},
	"fsx": {
		"P": "BypassSnaplockEnterpriseRetention DeleteResourcePolicy GetResourcePolicy ManageBackupPrincipalAssociations PutResourcePolicy",
		"R": "DescribeAssociatedFileGateways DescribeBackups DescribeDataRepositoryAssociations DescribeDataRepositoryTasks DescribeFileCaches DescribeFileSystemAliases DescribeFileSystems DescribeS3AccessPointAttachments DescribeSharedVpcConfiguration DescribeSnapshots DescribeStorageVirtualMachines DescribeVolumes ListTagsForResource",
		"T": "TagResource UntagResource",
		"W": "AssociateFileGateway AssociateFileSystemAliases CancelDataRepositoryTask CopyBackup CopySnapshotAndUpdateVolume CreateAndAttachS3AccessPoint CreateBackup CreateDataRepositoryAssociation CreateDataRepositoryTask CreateFileCache CreateFileSystem CreateFileSystemFromBackup CreateSnapshot CreateStorageVirtualMachine CreateVolume CreateVolumeFromBackup DeleteBackup DeleteDataRepositoryAssociation DeleteFileCache DeleteFileSystem DeleteSnapshot DeleteStorageVirtualMachine DeleteVolume DetachAndDeleteS3AccessPoint DisassociateFileGateway DisassociateFileSystemAliases ReleaseFileSystemNfsV3Locks RestoreVolumeFromSnapshot StartMisconfiguredStateRecovery UpdateDataRepositoryAssociation UpdateFileCache UpdateFileSystem UpdateSharedVpcConfiguration UpdateSnapshot UpdateStorageVirtualMachine UpdateVolume"
	},
	"gamelift": {
		"L": "ListAliases ListBuilds ListCompute ListContainerFleets ListContainerGroupDefinitionVersions ListContainerGroupDefinitions ListFleetDeployments ListFleets ListGameServerGroups ListGameServers ListLocations ListScripts",
		"R": "DescribeAlias DescribeBuild DescribeCompute DescribeContainerFleet DescribeContainerGroupDefinition DescribeContainerGroupPortMappings DescribeEC2InstanceLimits DescribeFleetAttributes DescribeFleetCapacity DescribeFleetDeployment DescribeFleetEvents DescribeFleetLocationAttributes DescribeFleetLocationCapacity DescribeFleetLocationUtilization DescribeFleetPortSettings DescribeFleetUtilization DescribeGameServer DescribeGameServerGroup DescribeGameServerInstances DescribeGameSessionDetails DescribeGameSessionPlacement DescribeGameSessionQueues DescribeGameSessions DescribeInstances DescribeMatchmaking DescribeMatchmakingConfigurations DescribeMatchmakingRuleSets DescribePlayerSessions DescribeRuntimeConfiguration DescribeScalingPolicies DescribeScript DescribeVpcPeeringAuthorizations DescribeVpcPeeringConnections GetComputeAccess GetComputeAuthToken GetGameSessionLogUrl GetInstanceAccess GetPlayerConnectionDetails ListTagsForResource RequestUploadCredentials ResolveAlias SearchGameSessions ValidateMatchmakingRuleSet",
		"T": "TagResource UntagResource",
		"W": "AcceptMatch ClaimGameServer CreateAlias CreateBuild CreateContainerFleet CreateContainerGroupDefinition CreateFleet CreateFleetLocations CreateGameServerGroup CreateGameSession CreateGameSessionQueue CreateLocation CreateMatchmakingConfiguration CreateMatchmakingRuleSet CreatePlayerSession CreatePlayerSessions CreateScript CreateVpcPeeringAuthorization CreateVpcPeeringConnection DeleteAlias DeleteBuild DeleteContainerFleet DeleteContainerGroupDefinition DeleteFleet DeleteFleetLocations DeleteGameServerGroup DeleteGameSessionQueue DeleteLocation DeleteMatchmakingConfiguration DeleteMatchmakingRuleSet DeleteScalingPolicy DeleteScript DeleteVpcPeeringAuthorization DeleteVpcPeeringConnection DeregisterCompute DeregisterGameServer PutScalingPolicy RegisterCompute RegisterGameServer ResumeGameServerGroup StartFleetActions StartGameSessionPlacement StartMatchBackfill StartMatchmaking StopFleetActions StopGameSessionPlacement StopMatchmaking SuspendGameServerGroup TerminateGameSession UpdateAlias UpdateBuild UpdateContainerFleet UpdateContainerGroupDefinition UpdateFleetAttributes UpdateFleetCapacity UpdateFleetPortSettings UpdateGameServer UpdateGameServerGroup UpdateGameSession UpdateGameSessionQueue UpdateMatchmakingConfiguration UpdateRuntimeConfiguration UpdateScript"
	},
	"gameliftstreams": {
		"L": "ListApplicationShaderCaches ListApplications ListStreamGroups ListStreamUrls",
		"R": "GetApplication GetStreamGroup GetStreamSession GetStreamUrl ListStreamSessions ListStreamSessionsByAccount ListTagsForResource",
		"T": "TagResource UntagResource",
		"W": "AddStreamGroupLocations AssociateApplications CreateApplication CreateStreamGroup CreateStreamSessionAdminShell CreateStreamSessionConnection CreateStreamUrl DeleteApplication DeleteStreamGroup DisassociateApplications ExportStreamSessionFiles RemoveStreamGroupLocations RevokeStreamUrl StartStreamSession TerminateStreamSession UpdateApplication UpdateStreamGroup"
	},
	"geo": {
		"L": "ListGeofenceCollections ListJobs ListKeys ListMaps ListPlaceIndexes ListRouteCalculators ListTrackers",
		"R": "BatchGetDevicePosition CalculateRoute CalculateRouteMatrix DescribeGeofenceCollection DescribeKey DescribeMap DescribePlaceIndex DescribeRouteCalculator DescribeTracker ForecastGeofenceEvents GetDevicePosition GetDevicePositionHistory GetGeofence GetJob GetMapGlyphs GetMapSprites GetMapStyleDescriptor GetMapTile GetPlace ListDevicePositions ListGeofences ListTagsForResource ListTrackerConsumers SearchPlaceIndexForPosition SearchPlaceIndexForSuggestions SearchPlaceIndexForText VerifyDevicePosition",
		"T": "TagResource UntagResource",
		"W": "AssociateTrackerConsumer BatchDeleteDevicePositionHistory BatchDeleteGeofence BatchEvaluateGeofences BatchPutGeofence BatchUpdateDevicePosition CancelJob CreateGeofenceCollection CreateKey CreateMap CreatePlaceIndex CreateRouteCalculator CreateTracker DeleteGeofenceCollection DeleteKey DeleteMap DeletePlaceIndex DeleteRouteCalculator DeleteTracker DisassociateTrackerConsumer PutGeofence StartJob UpdateGeofenceCollection UpdateKey UpdateMap UpdatePlaceIndex UpdateRouteCalculator UpdateTracker"
	},
	"geo-maps": { "R": "GetStaticMap GetTile" },
	"geo-places": { "R": "Autocomplete Geocode GetPlace ReverseGeocode SearchNearby SearchText Suggest" },
	"geo-routes": { "R": "CalculateIsolines CalculateRouteMatrix CalculateRoutes OptimizeWaypoints SnapToRoads" },
	"glacier": {
		"L": "ListJobs ListMultipartUploads ListParts ListProvisionedCapacity ListTagsForVault ListVaults",
		"P": "AbortVaultLock CompleteVaultLock DeleteVaultAccessPolicy InitiateVaultLock SetDataRetrievalPolicy SetVaultAccessPolicy",
		"R": "DescribeJob DescribeVault GetDataRetrievalPolicy GetJobOutput GetVaultAccessPolicy GetVaultLock GetVaultNotifications",
		"T": "AddTagsToVault RemoveTagsFromVault",
		"W": "AbortMultipartUpload CompleteMultipartUpload CreateVault DeleteArchive DeleteVault DeleteVaultNotifications InitiateJob InitiateMultipartUpload PurchaseProvisionedCapacity SetVaultNotifications UploadArchive UploadMultipartPart"
	},
	"globalaccelerator": {
		"L": "ListAccelerators ListByoipCidrs ListCrossAccountAttachments ListCrossAccountResourceAccounts ListCrossAccountResources ListCustomRoutingAccelerators ListCustomRoutingEndpointGroups ListCustomRoutingListeners ListCustomRoutingPortMappings ListCustomRoutingPortMappingsByDestination ListEndpointGroups ListListeners",
		"R": "DescribeAccelerator DescribeAcceleratorAttributes DescribeCrossAccountAttachment DescribeCustomRoutingAccelerator DescribeCustomRoutingAcceleratorAttributes DescribeCustomRoutingEndpointGroup DescribeCustomRoutingListener DescribeEndpointGroup DescribeListener ListTagsForResource",
		"T": "TagResource UntagResource",
		"W": "AddCustomRoutingEndpoints AddEndpoints AdvertiseByoipCidr AllowCustomRoutingTraffic CreateAccelerator CreateCrossAccountAttachment CreateCustomRoutingAccelerator CreateCustomRoutingEndpointGroup CreateCustomRoutingListener CreateEndpointGroup CreateListener DeleteAccelerator DeleteCrossAccountAttachment DeleteCustomRoutingAccelerator DeleteCustomRoutingEndpointGroup DeleteCustomRoutingListener DeleteEndpointGroup DeleteListener DenyCustomRoutingTraffic DeprovisionByoipCidr ProvisionByoipCidr RemoveCustomRoutingEndpoints RemoveEndpoints UpdateAccelerator UpdateAcceleratorAttributes UpdateCrossAccountAttachment UpdateCustomRoutingAccelerator UpdateCustomRoutingAcceleratorAttributes UpdateCustomRoutingListener UpdateEndpointGroup UpdateListener WithdrawByoipCidr"
	},
	"glue": {
		"L": "DescribeInboundIntegrations DescribeIntegrations GetMLTaskRuns GetMLTransforms ListBlueprints ListCrawlers ListCrawls ListCustomEntityTypes ListDataQualityResults ListDataQualityRuleRecommendationRuns ListDataQualityRulesetEvaluationRuns ListDataQualityRulesets ListDevEndpoints ListIntegrationResourceProperties ListJobUpgradeAnalyses ListJobs ListMLTransforms ListRegistries ListSchemaVersions ListSchemas ListSessions ListStatements ListTableOptimizerRuns ListTriggers ListUsageProfiles ListWorkflows QuerySchemaVersionMetadata",
		"P": "BatchGetStageFiles DeleteResourcePolicy DeregisterDataPreview DescribeConnectionType DescribeEntity GetDataPreviewStatement GetEnvironment GetExecutors GetExecutorsThreads GetLogParsingStatus GetNotebookInstanceStatus GetQueries GetQuery GetRecipeAction GetStage GetStageAttempt GetStageAttemptTaskList GetStageAttemptTaskSummary GetStageFiles GetStages GetStorage GetStorageUnit GlueNotebookAuthorize GlueNotebookRefreshCredentials ListConnectionTypes ListEntities ManagedConnector PutResourcePolicy RefreshOAuth2Tokens RequestLogParsing RunDataPreviewStatement SendRecipeAction StartNotebook TerminateNotebook TestConnection UseGlueStudio",
		"R": "AccessDataQualityRuntimeConfiguration BatchGetBlueprints BatchGetCrawlers BatchGetCustomEntityTypes BatchGetDevEndpoints BatchGetJobs BatchGetPartition BatchGetTableOptimizer BatchGetTriggers BatchGetWorkflows CheckSchemaVersionValidity GetBlueprint GetBlueprintRun GetBlueprintRuns GetCatalog GetCatalogImportStatus GetCatalogs GetClassifier GetClassifiers GetColumnStatisticsForPartition GetColumnStatisticsForTable GetColumnStatisticsTaskRun GetColumnStatisticsTaskRuns GetColumnStatisticsTaskSettings GetCompletion GetConnection GetConnections GetCrawler GetCrawlerMetrics GetCrawlers GetCustomEntityType GetDashboardUrl GetDataCatalogEncryptionSettings GetDataQualityModel GetDataQualityModelResult GetDataQualityResult GetDataQualityRuleRecommendationRun GetDataQualityRuleset GetDataQualityRulesetEvaluationRun GetDatabase GetDatabases GetDataflowGraph GetDevEndpoint GetDevEndpoints GetEntityRecords GetGeneratedCode GetGlueIdentityCenterConfiguration GetIntegrationResourceProperty GetIntegrationTableProperties GetJob GetJobBookmark GetJobRun GetJobRuns GetJobUpgradeAnalysis GetJobs GetMLTaskRun GetMLTransform GetMapping GetPartition GetPartitionIndexes GetPartitions GetPlan GetRegistry GetResourcePolicies GetResourcePolicy GetSchema GetSchemaByDefinition GetSchemaVersion GetSchemaVersionsDiff GetSecurityConfiguration GetSecurityConfigurations GetSession GetSessionEndpoint GetStatement GetTable GetTableOptimizer GetTableVersion GetTableVersions GetTables GetTags GetTrigger GetTriggers GetUsageProfile GetUserDefinedFunction GetUserDefinedFunctions GetWorkflow GetWorkflowRun GetWorkflowRunProperties GetWorkflowRuns ListColumnStatisticsTaskRuns SearchTables",
		"T": "TagResource UntagResource",
		"W": "AuthorizeInboundIntegration BatchCreatePartition BatchDeleteConnection BatchDeletePartition BatchDeleteTable BatchDeleteTableVersion BatchStopJobRun BatchUpdatePartition CancelDataQualityRuleRecommendationRun CancelDataQualityRulesetEvaluationRun CancelMLTaskRun CancelStatement CreateBlueprint CreateCatalog CreateClassifier CreateColumnStatisticsTaskSettings CreateConnection CreateCrawler CreateCustomEntityType CreateDataQualityRuleset CreateDatabase CreateDevEndpoint CreateGlueIdentityCenterConfiguration CreateInboundIntegration CreateIntegration CreateIntegrationResourceProperty CreateIntegrationTableProperties CreateJob CreateMLTransform CreatePartition CreatePartitionIndex CreateRegistry CreateSchema CreateScript CreateSecurityConfiguration CreateSession CreateTable CreateTableOptimizer CreateTrigger CreateUsageProfile CreateUserDefinedFunction CreateWorkflow DeleteBlueprint DeleteCatalog DeleteClassifier DeleteColumnStatisticsForPartition DeleteColumnStatisticsForTable DeleteColumnStatisticsTaskSettings DeleteConnection DeleteConnectionType DeleteCrawler DeleteCustomEntityType DeleteDataQualityRuleset DeleteDatabase DeleteDevEndpoint DeleteGlueIdentityCenterConfiguration DeleteIntegration DeleteIntegrationResourceProperty DeleteIntegrationTableProperties DeleteJob DeleteMLTransform DeletePartition DeletePartitionIndex DeleteRegistry DeleteSchema DeleteSchemaVersions DeleteSecurityConfiguration DeleteSession DeleteTable DeleteTableOptimizer DeleteTableVersion DeleteTrigger DeleteUsageProfile DeleteUserDefinedFunction DeleteWorkflow FederateAuthorization ImportCatalogToGlue ModifyIntegration NotifyEvent PassConnection PublishDataQuality PutDataCatalogEncryptionSettings PutDataQualityProfileAnnotation PutDataQualityStatisticAnnotation PutSchemaVersionMetadata PutWorkflowRunProperties RegisterConnectionType RegisterSchemaVersion RemoveSchemaVersionMetadata RenameTable ResetJobBookmark ResumeWorkflowRun RunStatement SendFeedback StartBlueprintRun StartColumnStatisticsTaskRun StartColumnStatisticsTaskRunSchedule StartCompletion StartCrawler StartCrawlerSchedule StartDataQualityRuleRecommendationRun StartDataQualityRulesetEvaluationRun StartExportLabelsTaskRun StartImportLabelsTaskRun StartJobRun StartJobUpgradeAnalysis StartMLEvaluationTaskRun StartMLLabelingSetGenerationTaskRun StartTrigger StartWorkflowRun StopColumnStatisticsTaskRun StopColumnStatisticsTaskRunSchedule StopCrawler StopCrawlerSchedule StopJobUpgradeAnalysis StopSession StopTrigger StopWorkflowRun UpdateBlueprint UpdateCatalog UpdateClassifier UpdateColumnStatisticsForPartition UpdateColumnStatisticsForTable UpdateColumnStatisticsTaskSettings UpdateConnection UpdateCrawler UpdateCrawlerSchedule UpdateDataQualityRuleset UpdateDatabase UpdateDevEndpoint UpdateGlueIdentityCenterConfiguration UpdateIntegrationResourceProperty UpdateIntegrationTableProperties UpdateJob UpdateJobFromSourceControl UpdateMLTransform UpdatePartition UpdateRegistry UpdateSchema UpdateSourceControlFromJob UpdateTable UpdateTableOptimizer UpdateTrigger UpdateUsageProfile UpdateUserDefinedFunction UpdateWorkflow UpgradeJob UseMLTransforms"
	},
	"grafana": {
		"L": "ListPermissions ListVersions",
		"P": "UpdatePermissions",
		"R": "DescribeWorkspace DescribeWorkspaceAuthentication DescribeWorkspaceConfiguration ListTagsForResource ListWorkspaceServiceAccountTokens ListWorkspaceServiceAccounts ListWorkspaces",
		"T": "TagResource UntagResource",
		"W": "AssociateLicense CreateWorkspace CreateWorkspaceApiKey CreateWorkspaceServiceAccount CreateWorkspaceServiceAccountToken DeleteWorkspace DeleteWorkspaceApiKey DeleteWorkspaceServiceAccount DeleteWorkspaceServiceAccountToken DisassociateLicense UpdateWorkspace UpdateWorkspaceAuthentication UpdateWorkspaceConfiguration"
	},
	"greengrass": {
		"L": "ListBulkDeployments ListClientDevicesAssociatedWithCoreDevice ListComponentVersions ListComponents ListConnectorDefinitionVersions ListConnectorDefinitions ListCoreDefinitionVersions ListCoreDefinitions ListCoreDevices ListDeployments ListDeviceDefinitionVersions ListDeviceDefinitions ListEffectiveDeployments ListFunctionDefinitionVersions ListFunctionDefinitions ListGroupCertificateAuthorities ListGroupVersions ListGroups ListInstalledComponents ListLoggerDefinitionVersions ListLoggerDefinitions ListResourceDefinitionVersions ListResourceDefinitions ListSubscriptionDefinitionVersions ListSubscriptionDefinitions ResolveComponentCandidates",
		"P": "AssociateServiceRoleToAccount",
		"R": "DescribeComponent Discover GetAssociatedRole GetBulkDeploymentStatus GetComponent GetComponentVersionArtifact GetConnectivityInfo GetConnectorDefinition GetConnectorDefinitionVersion GetCoreDefinition GetCoreDefinitionVersion GetCoreDevice GetDeployment GetDeploymentStatus GetDeviceDefinition GetDeviceDefinitionVersion GetFunctionDefinition GetFunctionDefinitionVersion GetGroup GetGroupCertificateAuthority GetGroupCertificateConfiguration GetGroupVersion GetLoggerDefinition GetLoggerDefinitionVersion GetResourceDefinition GetResourceDefinitionVersion GetServiceRoleForAccount GetSubscriptionDefinition GetSubscriptionDefinitionVersion GetThingRuntimeConfiguration ListBulkDeploymentDetailedReports ListTagsForResource",
		"T": "TagResource UntagResource",
		"W": "AssociateRoleToGroup BatchAssociateClientDeviceWithCoreDevice BatchDisassociateClientDeviceFromCoreDevice CancelDeployment CreateComponentVersion CreateConnectorDefinition CreateConnectorDefinitionVersion CreateCoreDefinition CreateCoreDefinitionVersion CreateDeployment CreateDeviceDefinition CreateDeviceDefinitionVersion CreateFunctionDefinition CreateFunctionDefinitionVersion CreateGroup CreateGroupCertificateAuthority CreateGroupVersion CreateLoggerDefinition CreateLoggerDefinitionVersion CreateResourceDefinition CreateResourceDefinitionVersion CreateSoftwareUpdateJob CreateSubscriptionDefinition CreateSubscriptionDefinitionVersion DeleteComponent DeleteConnectorDefinition DeleteCoreDefinition DeleteCoreDevice DeleteDeployment DeleteDeviceDefinition DeleteFunctionDefinition DeleteGroup DeleteLoggerDefinition DeleteResourceDefinition DeleteSubscriptionDefinition DisassociateRoleFromGroup DisassociateServiceRoleFromAccount ResetDeployments StartBulkDeployment StopBulkDeployment UpdateConnectivityInfo UpdateConnectorDefinition UpdateCoreDefinition UpdateDeviceDefinition UpdateFunctionDefinition UpdateGroup UpdateGroupCertificateConfiguration UpdateLoggerDefinition UpdateResourceDefinition UpdateSubscriptionDefinition UpdateThingRuntimeConfiguration"
	},
	"groundstation": {
		"L": "ListAntennas ListConfigs ListContactVersions ListContacts ListDataflowEndpointGroups ListEphemerides ListGroundStationReservations ListGroundStations ListMissionProfiles ListSatellites",
		"R": "DescribeContact DescribeContactVersion DescribeEphemeris GetAgentConfiguration GetAgentTaskResponseUrl GetConfig GetDataflowEndpointGroup GetMinuteUsage GetMissionProfile GetSatellite ListTagsForResource",
		"T": "TagResource UntagResource",
		"W": "CancelContact CreateConfig CreateDataflowEndpointGroup CreateDataflowEndpointGroupV2 CreateEphemeris CreateMissionProfile DeleteConfig DeleteDataflowEndpointGroup DeleteEphemeris DeleteMissionProfile RegisterAgent ReserveContact UpdateAgentStatus UpdateConfig UpdateContact UpdateEphemeris UpdateMissionProfile"
	},
	"groundtruthlabeling": {
		"R": "DescribeConsoleJob GetBatch GetIntakeFormStatus ListBatches ListDatasetObjects ListProjects",
		"W": "AssociatePatchToManifestJob CreateBatch CreateIntakeForm CreateProject CreateWorkflowDefinition GenerateLIDARPreviewTaskConfigJob RunFilterOrSampleDatasetJob RunGenerateManifestByCrawlingJob RunGenerateManifestMetricsJob UpdateBatch"
	},
	"guardduty": {
		"L": "ListCoverage ListCustomDetectionRuleAssociations ListCustomDetectionRuleOrgConfigurations ListCustomDetectionRules ListDetectors ListFilters ListFindings ListIPSets ListInvestigations ListInvitations ListMalwareProtectionPlans ListMalwareScans ListMembers ListOrganizationAdminAccounts ListPublishingDestinations ListThreatEntitySets ListThreatIntelSets ListTrustedEntitySets",
		"R": "DescribeMalwareScans DescribeOrganizationConfiguration DescribePublishingDestination GetAdministratorAccount GetCoverageStatistics GetCustomDetectionRule GetCustomDetectionRuleAssociation GetCustomDetectionRuleOrgConfiguration GetDetector GetFilter GetFindings GetFindingsStatistics GetIPSet GetInvestigation GetInvitationsCount GetMalwareProtectionPlan GetMalwareScan GetMalwareScanSettings GetMasterAccount GetMemberDetectors GetMembers GetOrganizationStatistics GetRemainingFreeTrialDays GetThreatEntitySet GetThreatIntelSet GetTrustedEntitySet GetUsageStatistics ListTagsForResource",
		"T": "TagResource UntagResource",
		"W": "AcceptAdministratorInvitation AcceptInvitation ArchiveFindings CreateCustomDetectionRuleAssociation CreateCustomDetectionRuleOrgConfiguration CreateDetector CreateFilter CreateIPSet CreateInvestigation CreateMalwareProtectionPlan CreateMembers CreatePublishingDestination CreateSampleFindings CreateThreatEntitySet CreateThreatIntelSet CreateTrustedEntitySet DeclineInvitations DeleteCustomDetectionRuleAssociation DeleteCustomDetectionRuleOrgConfiguration DeleteDetector DeleteFilter DeleteIPSet DeleteInvitations DeleteMalwareProtectionPlan DeleteMembers DeletePublishingDestination DeleteThreatEntitySet DeleteThreatIntelSet DeleteTrustedEntitySet DisableOrganizationAdminAccount DisassociateFromAdministratorAccount DisassociateFromMasterAccount DisassociateMembers EnableOrganizationAdminAccount InviteMembers SendObjectMalwareScan SendSecurityTelemetry StartMalwareScan StartMonitoringMembers StopMonitoringMembers UnarchiveFindings UpdateCustomDetectionRuleAssociation UpdateCustomDetectionRuleOrgConfiguration UpdateDetector UpdateFilter UpdateFindingsFeedback UpdateIPSet UpdateMalwareProtectionPlan UpdateMalwareScanSettings UpdateMemberDetectors UpdateOrganizationConfiguration UpdatePublishingDestination UpdateThreatEntitySet UpdateThreatIntelSet UpdateTrustedEntitySet"
	},
	"health": {
		"P": "DisableHealthServiceAccessForOrganization EnableHealthServiceAccessForOrganization",
		"R": "DescribeAffectedAccountsForOrganization DescribeAffectedEntities DescribeAffectedEntitiesForOrganization DescribeEntityAggregates DescribeEntityAggregatesForOrganization DescribeEventAggregates DescribeEventDetails DescribeEventDetailsForOrganization DescribeEventTypes DescribeEvents DescribeEventsForOrganization DescribeHealthServiceStatusForOrganization"
	},
	"health-agent": {
		"L": "ListAgents ListDomains ListIntegrations ListSessionRecords ListSubscriptions ListTagsForResource",
		"R": "GetAgent GetCareTeamProvider GetDomain GetDomainAnalytics GetIntegration GetMedicalScribeListeningSession GetPatient GetPatientInsightsJob GetPractitioner GetSessionContext GetSubscription ListAppointmentSlots ListPatientAppointments ListPatientInsuranceCoverages ListPatientMedications ListProviders MatchPatient",
		"T": "TagResource UntagResource",
		"W": "ActivateSubscription CancelAppointment CreateAgent CreateDomain CreateIntegration CreateSession CreateSubscription DeactivateSubscription DeleteAgent DeleteDomain DeleteIntegration InvokeAgent PublishAgent RescheduleAppointment ResetPassword ScheduleAppointment StartMedicalScribeListeningSession StartPatientInsightsJob SubmitMedicationRenewal UpdateAgent UpdateIntegration UpdateSession"
	},
	"healthlake": {
		"L": "ListDataTransformationJobs ListDataTransformationProfileVersions ListDataTransformationProfiles ListFHIRDatastores ListFHIRExportJobs ListFHIRImportJobs ListTagsForResource",
		"R": "DescribeDataTransformationJob DescribeFHIRBulkDeleteJob DescribeFHIRBulkMemberMatchJob DescribeFHIRBulkPatchJob DescribeFHIRDatastore DescribeFHIRExportJob DescribeFHIRExportJobWithGet DescribeFHIRImportJob ExpandValueSetWithGet ExpandValueSetWithPost GetCapabilities GetDataTransformationProfile GetExportedFile GetHistoryByResourceId InquirePreAuthClaim LookupCodeSystemWithGet LookupCodeSystemWithPost QuestionnairePackage ReadResource SearchEverything SearchWithGet SearchWithPost TranslateConceptMapWithGet TranslateConceptMapWithPost ValidateResource ValidateSource VersionReadResource",
		"T": "TagResource UntagResource",
		"W": "CancelFHIRExportJobWithDelete ConfirmAttributionList CreateDataTransformationProfile CreateFHIRDatastore CreateResource DeleteDataTransformationProfile DeleteFHIRDatastore DeleteResource GenerateDocumentWithGet GenerateDocumentWithPost MemberAdd MemberMatch MemberRemove PatchResource ProcessBundle PublishDataTransformationProfile RestoreFHIRDatastore RetrieveAttributionStatus StartDataTransformationJob StartFHIRBulkDeleteJob StartFHIRBulkMemberMatchJob StartFHIRBulkPatchJob StartFHIRExportJob StartFHIRExportJobWithGet StartFHIRExportJobWithPost StartFHIRImportJob SubmitPreAuthClaim TransformData UpdateDataTransformationProfile UpdateFHIRDatastore UpdateProfileWithAgent UpdateResource"
	},
	"honeycode": {
		"L": "ListDomains ListGroups ListTableColumns ListTableRows ListTables ListTeamAssociations ListTenants",
		"R": "DescribeTableDataImportJob DescribeTeam GetScreenData QueryTableRows",
		"T": "ListTagsForResource TagResource UntagResource",
		"W": "ApproveTeamAssociation BatchCreateTableRows BatchDeleteTableRows BatchUpdateTableRows BatchUpsertTableRows CreateTeam CreateTenant DeleteDomains DeregisterGroups InvokeScreenAutomation RegisterDomainForVerification RegisterGroups RejectTeamAssociation RestartDomainVerification StartTableDataImportJob UpdateTeam"
	},
	"iam": {
		"L": "GetAccountSummary GetLoginProfile ListAccessKeys ListAccountAliases ListAttachedGroupPolicies ListAttachedRolePolicies ListAttachedUserPolicies ListCloudFrontPublicKeys ListDelegationRequests ListEntitiesForPolicy ListGroupPolicies ListGroups ListGroupsForUser ListInstanceProfileTags ListInstanceProfiles ListInstanceProfilesForRole ListMFADeviceTags ListMFADevices ListOpenIDConnectProviderTags ListOpenIDConnectProviders ListOrganizationsFeatures ListPolicies ListPoliciesGrantingServiceAccess ListPolicyTags ListPolicyVersions ListRolePolicies ListRoleTags ListRoles ListSAMLProviderTags ListSAMLProviders ListSSHPublicKeys ListSTSRegionalEndpointsStatus ListServerCertificateTags ListServerCertificates ListServiceSpecificCredentials ListSigningCertificates ListUserPolicies ListUserTags ListUsers ListVirtualMFADevices",
		"P": "AttachGroupPolicy AttachRolePolicy AttachUserPolicy CreatePolicy CreatePolicyVersion DeleteAccountPasswordPolicy DeleteGroupPolicy DeletePolicy DeletePolicyVersion DeleteRolePermissionsBoundary DeleteRolePolicy DeleteUserPermissionsBoundary DeleteUserPolicy DetachGroupPolicy DetachRolePolicy DetachUserPolicy PutGroupPolicy PutRolePermissionsBoundary PutRolePolicy PutUserPermissionsBoundary PutUserPolicy SetDefaultPolicyVersion UpdateAssumeRolePolicy",
		"R": "GenerateCredentialReport GenerateOrganizationsAccessReport GenerateServiceLastAccessedDetails GetAccessKeyLastUsed GetAccountAuthorizationDetails GetAccountEmailAddress GetAccountName GetAccountPasswordPolicy GetAccountProperties GetCloudFrontPublicKey GetContextKeysForCustomPolicy GetContextKeysForPrincipalPolicy GetCredentialReport GetDelegationRequest GetGroup GetGroupPolicy GetHumanReadableSummary GetInstanceProfile GetMFADevice GetOpenIDConnectProvider GetOrganizationsAccessReport GetOutboundWebIdentityFederationInfo GetPolicy GetPolicyVersion GetRole GetRolePolicy GetRoleTemplateVersion GetSAMLProvider GetSSHPublicKey GetServerCertificate GetServiceLastAccessedDetails GetServiceLastAccessedDetailsWithEntities GetServiceLinkedRoleDeletionStatus GetUser GetUserPolicy SimulateCustomPolicy SimulatePrincipalPolicy",
		"T": "TagInstanceProfile TagMFADevice TagOpenIDConnectProvider TagPolicy TagRole TagSAMLProvider TagServerCertificate TagUser UntagInstanceProfile UntagMFADevice UntagOpenIDConnectProvider UntagPolicy UntagRole UntagSAMLProvider UntagServerCertificate UntagUser",
		"W": "AcceptDelegationRequest AddClientIDToOpenIDConnectProvider AddRoleToInstanceProfile AddUserToGroup AssociateDelegationRequest ChangePassword CreateAccessKey CreateAccountAlias CreateDelegationRequest CreateGroup CreateInstanceProfile CreateLoginProfile CreateOpenIDConnectProvider CreateRole CreateSAMLProvider CreateServiceLinkedRole CreateServiceSpecificCredential CreateUser CreateVirtualMFADevice DeactivateMFADevice DeleteAccessKey DeleteAccountAlias DeleteCloudFrontPublicKey DeleteGroup DeleteInstanceProfile DeleteLoginProfile DeleteOpenIDConnectProvider DeleteRole DeleteSAMLProvider DeleteSSHPublicKey DeleteServerCertificate DeleteServiceLinkedRole DeleteServiceSpecificCredential DeleteSigningCertificate DeleteUser DeleteVirtualMFADevice DisableOrganizationsRootCredentialsManagement DisableOrganizationsRootSessions DisableOutboundWebIdentityFederation EnableMFADevice EnableOrganizationsRootCredentialsManagement EnableOrganizationsRootSessions EnableOutboundWebIdentityFederation PassRole PutAccountProperties RejectDelegationRequest RemoveClientIDFromOpenIDConnectProvider RemoveRoleFromInstanceProfile RemoveUserFromGroup ResetServiceSpecificCredential ResyncMFADevice SendDelegationToken SetSTSRegionalEndpointStatus SetSecurityTokenServicePreferences UpdateAccessKey UpdateAccountEmailAddress UpdateAccountName UpdateAccountPasswordPolicy UpdateCloudFrontPublicKey UpdateGroup UpdateLoginProfile UpdateOpenIDConnectProviderThumbprint UpdateRole UpdateRoleDescription UpdateSAMLProvider UpdateSSHPublicKey UpdateServerCertificate UpdateServiceSpecificCredential UpdateSigningCertificate UpdateUser UploadCloudFrontPublicKey UploadSSHPublicKey UploadServerCertificate UploadSigningCertificate"
	},
	"identity-sync": {
		"L": "ListSyncFilters",
		"P": "AllowVendedLogDeliveryForResource",
		"R": "GetSyncProfile GetSyncTarget",
		"W": "CreateSyncFilter CreateSyncProfile CreateSyncTarget DeleteSyncFilter DeleteSyncProfile DeleteSyncTarget StartSync StopSync UpdateSyncTarget"
	},
	"identitystore": {
		"L": "ListGroupMemberships ListGroupMembershipsForMember ListGroups ListIdentityStores ListRegions ListUsers",
		"R": "DescribeGroup DescribeGroupMembership DescribeIdentityStore DescribeRegion DescribeUser GetGroupId GetGroupMembershipId GetUserId IsMemberInGroups",
		"W": "AddRegion CreateGroup CreateGroupMembership CreateIdentityStore CreateUser DeleteGroup DeleteGroupMembership DeleteIdentityStore DeleteUser RemoveRegion ReserveUser UpdateGroup UpdateIdentityStore UpdateUser"
	},
	"identitystore-auth": {
		"L": "ListSessions",
		"R": "BatchGetSession",
		"W": "BatchDeleteSession"
	},
	"imagebuilder": {
		"L": "ListComponentBuildVersions ListComponents ListContainerRecipes ListDistributionConfigurations ListImageBuildVersions ListImagePackages ListImagePipelineImages ListImagePipelines ListImageRecipes ListImageScanFindingAggregations ListImageScanFindings ListImages ListInfrastructureConfigurations ListLifecycleExecutionResources ListLifecycleExecutions ListLifecyclePolicies ListWaitingWorkflowSteps ListWorkflowBuildVersions ListWorkflowExecutions ListWorkflowStepExecutions ListWorkflows",
		"P": "PutComponentPolicy PutContainerRecipePolicy PutImagePolicy PutImageRecipePolicy",
		"R": "GetComponent GetComponentPolicy GetContainerRecipe GetContainerRecipePolicy GetDistributionConfiguration GetImage GetImagePipeline GetImagePolicy GetImageRecipe GetImageRecipePolicy GetInfrastructureConfiguration GetLifecycleExecution GetLifecyclePolicy GetMarketplaceResource GetWorkflow GetWorkflowExecution GetWorkflowStepExecution ListTagsForResource",
		"T": "TagResource UntagResource",
		"W": "CancelImageCreation CancelLifecycleExecution CreateComponent CreateContainerRecipe CreateDistributionConfiguration CreateImage CreateImagePipeline CreateImageRecipe CreateInfrastructureConfiguration CreateLifecyclePolicy CreateWorkflow DeleteComponent DeleteContainerRecipe DeleteDistributionConfiguration DeleteImage DeleteImagePipeline DeleteImageRecipe DeleteInfrastructureConfiguration DeleteLifecyclePolicy DeleteWorkflow DistributeImage ImportComponent ImportDiskImage ImportVmImage RetryImage SendWorkflowStepAction StartImagePipelineExecution StartResourceStateUpdate UpdateDistributionConfiguration UpdateImagePipeline UpdateInfrastructureConfiguration UpdateLifecyclePolicy"
	},
	"importexport": {
		"L": "ListJobs",
		"R": "GetShippingLabel GetStatus",
		"W": "CancelJob CreateJob UpdateJob"
	},
	"inspector": {
		"L": "ListAssessmentRunAgents ListAssessmentRuns ListAssessmentTargets ListAssessmentTemplates ListEventSubscriptions ListExclusions ListFindings ListRulesPackages",
		"R": "DescribeAssessmentRuns DescribeAssessmentTargets DescribeAssessmentTemplates DescribeCrossAccountAccessRole DescribeExclusions DescribeFindings DescribeResourceGroups DescribeRulesPackages GetAssessmentReport GetExclusionsPreview GetTelemetryMetadata ListTagsForResource PreviewAgents",
		"T": "SetTagsForResource",
		"W": "AddAttributesToFindings CreateAssessmentTarget CreateAssessmentTemplate CreateExclusionsPreview CreateResourceGroup DeleteAssessmentRun DeleteAssessmentTarget DeleteAssessmentTemplate RegisterCrossAccountAccessRole RemoveAttributesFromFindings StartAssessmentRun StopAssessmentRun SubscribeToEvent UnsubscribeFromEvent UpdateAssessmentTarget"
	},
	"inspector-scan": { "R": "ScanSbom" },
	"inspector2": {
		"L": "GetCisScanResultDetails ListAccountPermissions ListCisScanConfigurations ListCisScanResultsAggregatedByChecks ListCisScanResultsAggregatedByTargetResource ListCisScans ListCodeSecurityIntegrations ListCodeSecurityScanConfigurationAssociations ListCodeSecurityScanConfigurations ListConnectorScanConfigurations ListConnectors ListCoverage ListCoverageStatistics ListDelegatedAdminAccounts ListFilters ListFindingAggregations ListFindings ListMembers ListUsageTotals",
		"R": "BatchGetAccountStatus BatchGetCodeSnippet BatchGetFindingDetails BatchGetFreeTrialInfo BatchGetMemberEc2DeepInspectionStatus DescribeOrganizationConfiguration GetCisScanReport GetClustersForImage GetCodeSecurityIntegration GetCodeSecurityScan GetCodeSecurityScanConfiguration GetConfiguration GetDelegatedAdminAccount GetEc2DeepInspectionConfiguration GetEncryptionKey GetFindingsReportStatus GetMember GetSbomExport ListTagsForResource SearchVulnerabilities",
		"T": "TagResource UntagResource",
		"W": "AssociateMember BatchAssociateCodeSecurityScanConfiguration BatchDisassociateCodeSecurityScanConfiguration BatchUpdateMemberEc2DeepInspectionStatus CancelFindingsReport CancelSbomExport CreateCisScanConfiguration CreateCodeSecurityIntegration CreateCodeSecurityScanConfiguration CreateConnector CreateFilter CreateFindingsReport CreateSbomExport DeleteCisScanConfiguration DeleteCodeSecurityIntegration DeleteCodeSecurityScanConfiguration DeleteConnector DeleteFilter Disable DisableDelegatedAdminAccount DisassociateMember Enable EnableDelegatedAdminAccount ResetEncryptionKey SendCisSessionHealth SendCisSessionTelemetry StartCisSession StartCodeSecurityScan StopCisSession UpdateCisScanConfiguration UpdateCodeSecurityIntegration UpdateCodeSecurityScanConfiguration UpdateConfiguration UpdateConnector UpdateConnectorScanConfiguration UpdateEc2DeepInspectionConfiguration UpdateEncryptionKey UpdateFilter UpdateOrgEc2DeepInspectionConfiguration UpdateOrganizationConfiguration"
	},
	"inspector2-telemetry": { "W": "NotifyHeartbeat SendTelemetry SendTelemetryEvent StartSession StopSession" },
	"interconnect": {
		"L": "ListConnections ListEnvironments",
		"R": "DescribeConnectionProposal GetConnection GetEnvironment ListAttachPoints ListTagsForResource",
		"T": "TagResource UntagResource",
		"W": "AcceptConnectionProposal CreateConnection DeleteConnection UpdateConnection"
	},
	"internetmonitor": {
		"L": "ListHealthEvents ListInternetEvents ListMonitors",
		"R": "GetHealthEvent GetInternetEvent GetMonitor GetQueryResults GetQueryStatus ListTagsForResource StartQuery StopQuery",
		"T": "TagResource UntagResource",
		"W": "CreateMonitor DeleteMonitor Link UpdateMonitor"
	},
	"invoicing": {
		"L": "ListInvoiceCorrections ListInvoiceUnits ListProcurementPortalPreferences ListProcurementPortalSuppliers ListProcurementPortals",
		"R": "BatchGetInvoiceProfile GetInvoiceCorrection GetInvoiceEmailDeliveryPreferences GetInvoicePDF GetInvoiceUnit GetProcurementPortalPreference ListInvoiceSummaries ListTagsForResource",
		"T": "TagResource UntagResource",
		"W": "CreateInvoiceUnit CreateProcurementPortalPreference DeleteInvoiceUnit DeleteProcurementPortalPreference PutInvoiceEmailDeliveryPreferences PutProcurementPortalPreference SendProcurementPortalValidation StartInvoiceCorrection UpdateInvoiceUnit UpdateProcurementPortalPreferenceStatus VerifyProcurementPortalValidation"
	},
	"iot": {
		"L": "GetBehaviorModelTrainingSummaries ListActiveViolations ListAttachedPolicies ListAuditFindings ListAuditMitigationActionsExecutions ListAuditMitigationActionsTasks ListAuditSuppressions ListAuditTasks ListAuthorizers ListBillingGroups ListCACertificates ListCertificateProviders ListCertificates ListCertificatesByCA ListCommandExecutions ListCommands ListCustomMetrics ListDetectMitigationActionsExecutions ListDetectMitigationActionsTasks ListDimensions ListDomainConfigurations ListFleetMetrics ListIndices ListJobExecutionsForJob ListJobExecutionsForThing ListJobTemplates ListJobs ListManagedJobTemplates ListMetricValues ListMitigationActions ListNamedShadowsForThing ListOTAUpdates ListOutgoingCertificates ListPackageVersions ListPackages ListPolicies ListPolicyPrincipals ListPolicyVersions ListPrincipalPolicies ListPrincipalThings ListPrincipalThingsV2 ListProvisioningTemplateVersions ListProvisioningTemplates ListRelatedResourcesForAuditFinding ListRetainedMessages ListRoleAliases ListSbomValidationResults ListScheduledAudits ListSecurityProfiles ListSecurityProfilesForTarget ListStreams ListTargetsForPolicy ListTargetsForSecurityProfile ListThingGroups ListThingGroupsForThing ListThingPrincipals ListThingPrincipalsV2 ListThingRegistrationTaskReports ListThingRegistrationTasks ListThingTypes ListThings ListThingsInBillingGroup ListThingsInThingGroup ListTopicRuleDestinations ListTopicRules ListTunnels ListV2LoggingLevels ListViolationEvents",
		"P": "AttachPolicy AttachPrincipalPolicy CreatePolicy CreatePolicyVersion DeletePolicy DeletePolicyVersion DetachPolicy DetachPrincipalPolicy SetDefaultAuthorizer SetDefaultPolicyVersion",
		"R": "DescribeAccountAuditConfiguration DescribeAuditFinding DescribeAuditMitigationActionsTask DescribeAuditSuppression DescribeAuditTask DescribeAuthorizer DescribeBillingGroup DescribeCACertificate DescribeCertificate DescribeCertificateProvider DescribeCustomMetric DescribeDefaultAuthorizer DescribeDetectMitigationActionsTask DescribeDimension DescribeDomainConfiguration DescribeEncryptionConfiguration DescribeEndpoint DescribeEventConfigurations DescribeFleetMetric DescribeIndex DescribeJob DescribeJobExecution DescribeJobTemplate DescribeManagedJobTemplate DescribeMitigationAction DescribeProvisioningTemplate DescribeProvisioningTemplateVersion DescribeRoleAlias DescribeScheduledAudit DescribeSecurityProfile DescribeStream DescribeThing DescribeThingGroup DescribeThingRegistrationTask DescribeThingType DescribeTunnel GetBucketsAggregation GetCardinality GetCommand GetCommandExecution GetEffectivePolicies GetIndexingConfiguration GetJobDocument GetLoggingOptions GetOTAUpdate GetPackage GetPackageConfiguration GetPackageVersion GetPercentiles GetPolicy GetPolicyVersion GetRegistrationCode GetRetainedMessage GetStatistics GetThingConnectivityData GetThingShadow GetTopicRule GetTopicRuleDestination GetV2LoggingOptions ListTagsForResource SearchIndex TestAuthorization TestInvokeAuthorizer ValidateSecurityProfileBehaviors",
		"T": "TagResource UntagResource",
		"W": "AcceptCertificateTransfer AddThingToBillingGroup AddThingToThingGroup AssociateSbomWithPackageVersion AssociateTargetsWithJob AttachSecurityProfile AttachThingPrincipal CancelAuditMitigationActionsTask CancelAuditTask CancelCertificateTransfer CancelDetectMitigationActionsTask CancelJob CancelJobExecution ClearDefaultAuthorizer CloseTunnel ConfirmTopicRuleDestination Connect CreateAuditSuppression CreateAuthorizer CreateBillingGroup CreateCertificateFromCsr CreateCertificateProvider CreateCommand CreateCustomMetric CreateDimension CreateDomainConfiguration CreateDynamicThingGroup CreateFleetMetric CreateJob CreateJobTemplate CreateKeysAndCertificate CreateMitigationAction CreateOTAUpdate CreatePackage CreatePackageVersion CreateProvisioningClaim CreateProvisioningTemplate CreateProvisioningTemplateVersion CreateRoleAlias CreateScheduledAudit CreateSecurityProfile CreateStream CreateThing CreateThingGroup CreateThingType CreateTopicRule CreateTopicRuleDestination DeleteAccountAuditConfiguration DeleteAuditSuppression DeleteAuthorizer DeleteBillingGroup DeleteCACertificate DeleteCertificate DeleteCertificateProvider DeleteCommand DeleteCommandExecution DeleteConnection DeleteCustomMetric DeleteDimension DeleteDomainConfiguration DeleteDynamicThingGroup DeleteFleetMetric DeleteJob DeleteJobExecution DeleteJobTemplate DeleteMitigationAction DeleteOTAUpdate DeletePackage DeletePackageVersion DeleteProvisioningTemplate DeleteProvisioningTemplateVersion DeleteRegistrationCode DeleteRoleAlias DeleteScheduledAudit DeleteSecurityProfile DeleteStream DeleteThing DeleteThingGroup DeleteThingShadow DeleteThingType DeleteTopicRule DeleteTopicRuleDestination DeleteV2LoggingLevel DeprecateThingType DetachSecurityProfile DetachThingPrincipal DisableTopicRule DisassociateSbomFromPackageVersion EnableTopicRule GetConnection ListSubscriptions OpenTunnel Publish PutVerificationStateOnViolation Receive RegisterCACertificate RegisterCertificate RegisterCertificateWithoutCA RegisterThing RejectCertificateTransfer RemoveThingFromBillingGroup RemoveThingFromThingGroup ReplaceTopicRule RetainPublish RotateTunnelAccessToken SendDirectMessage SetLoggingOptions SetV2LoggingLevel SetV2LoggingOptions StartAuditMitigationActionsTask StartCommandExecution StartDetectMitigationActionsTask StartOnDemandAuditTask StartThingRegistrationTask StopThingRegistrationTask Subscribe TransferCertificate UpdateAccountAuditConfiguration UpdateAuditSuppression UpdateAuthorizer UpdateBillingGroup UpdateCACertificate UpdateCertificate UpdateCertificateProvider UpdateCommand UpdateCustomMetric UpdateDimension UpdateDomainConfiguration UpdateDynamicThingGroup UpdateEncryptionConfiguration UpdateEventConfigurations UpdateFleetMetric UpdateIndexingConfiguration UpdateJob UpdateMitigationAction UpdatePackage UpdatePackageConfiguration UpdatePackageVersion UpdateProvisioningTemplate UpdateRoleAlias UpdateScheduledAudit UpdateSecurityProfile UpdateStream UpdateThing UpdateThingGroup UpdateThingGroupsForThing UpdateThingShadow UpdateThingType UpdateTopicRuleDestination"
	},
	"iot-device-tester": {
		"R": "CheckVersion DownloadTestSuite LatestIdt SupportedVersion",
		"W": "SendMetrics"
	},
	"iotanalytics": {
		"L": "ListChannels ListDatasetContents ListDatasets ListDatastores ListPipelines",
		"R": "DescribeChannel DescribeDataset DescribeDatastore DescribeLoggingOptions DescribePipeline GetDatasetContent ListTagsForResource RunPipelineActivity SampleChannelData",
		"T": "TagResource UntagResource",
		"W": "BatchPutMessage CancelPipelineReprocessing CreateChannel CreateDataset CreateDatasetContent CreateDatastore CreatePipeline DeleteChannel DeleteDataset DeleteDatasetContent DeleteDatastore DeletePipeline PutLoggingOptions StartPipelineReprocessing UpdateChannel UpdateDataset UpdateDatastore UpdatePipeline"
	},
	"iotdeviceadvisor": {
		"L": "ListSuiteDefinitions ListSuiteRuns",
		"R": "GetEndpoint GetSuiteDefinition GetSuiteRun GetSuiteRunReport ListTagsForResource",
		"T": "TagResource UntagResource",
		"W": "CreateSuiteDefinition DeleteSuiteDefinition StartSuiteRun StopSuiteRun UpdateSuiteDefinition"
	},
	"iotevents": {
		"L": "ListAlarmModelVersions ListAlarmModels ListAlarms ListDetectorModelVersions ListDetectorModels ListDetectors ListInputRoutings ListInputs",
		"R": "DescribeAlarm DescribeAlarmModel DescribeDetector DescribeDetectorModel DescribeDetectorModelAnalysis DescribeInput DescribeLoggingOptions GetDetectorModelAnalysisResults ListTagsForResource",
		"T": "TagResource UntagResource",
		"W": "BatchAcknowledgeAlarm BatchDeleteDetector BatchDisableAlarm BatchEnableAlarm BatchPutMessage BatchResetAlarm BatchSnoozeAlarm BatchUpdateDetector CreateAlarmModel CreateDetectorModel CreateInput DeleteAlarmModel DeleteDetectorModel DeleteInput PutLoggingOptions StartDetectorModelAnalysis UpdateAlarmModel UpdateDetectorModel UpdateInput UpdateInputRouting"
	},
	"iotfleethub": {
		"L": "ListApplications",
		"R": "DescribeApplication ListTagsForResource",
		"T": "TagResource UntagResource",
		"W": "CreateApplication DeleteApplication UpdateApplication"
	},
	"iotfleetwise": {
		"L": "ListDecoderManifestNetworkInterfaces ListDecoderManifestSignals ListModelManifestNodes",
		"P": "GenerateCommandPayload",
		"R": "GetCampaign GetDecoderManifest GetEncryptionConfiguration GetFleet GetLoggingOptions GetModelManifest GetRegisterAccountStatus GetSignalCatalog GetStateTemplate GetVehicle GetVehicleStatus ListCampaigns ListDecoderManifests ListFleets ListFleetsForVehicle ListModelManifests ListSignalCatalogNodes ListSignalCatalogs ListStateTemplates ListTagsForResource ListVehicles ListVehiclesInFleet",
		"T": "TagResource UntagResource",
		"W": "AssociateVehicleFleet CreateCampaign CreateDecoderManifest CreateFleet CreateModelManifest CreateSignalCatalog CreateStateTemplate CreateVehicle DeleteCampaign DeleteDecoderManifest DeleteFleet DeleteModelManifest DeleteSignalCatalog DeleteStateTemplate DeleteVehicle DisassociateVehicleFleet ImportDecoderManifest ImportSignalCatalog PutEncryptionConfiguration PutLoggingOptions RegisterAccount UpdateCampaign UpdateDecoderManifest UpdateFleet UpdateModelManifest UpdateSignalCatalog UpdateStateTemplate UpdateVehicle"
	},
	"iotjobsdata": {
		"R": "DescribeJobExecution GetPendingJobExecutions",
		"W": "StartNextPendingJobExecution UpdateJobExecution"
	},
	"iotmanagedintegrations": {
		"L": "ListAccountAssociations ListCloudConnectors ListConnectorDestinations ListCredentialLockers ListDestinations ListDeviceDiscoveries ListManagedThingAccountAssociations ListManagedThings ListOtaTasks ListProvisioningProfiles ListSchemaVersions",
		"R": "GetAccountAssociation GetCloudConnector GetConnectorDestination GetCredentialLocker GetCustomEndpoint GetDefaultEncryptionConfiguration GetDestination GetDeviceDiscovery GetEventLogConfiguration GetHubConfiguration GetManagedThing GetManagedThingCapabilities GetManagedThingCertificate GetManagedThingConnectivityData GetManagedThingMetaData GetManagedThingState GetNotificationConfiguration GetOtaTask GetOtaTaskConfiguration GetProvisioningProfile GetRuntimeLogConfiguration GetSchemaVersion ListDiscoveredDevices ListEventLogConfigurations ListManagedThingSchemas ListNotificationConfigurations ListOtaTaskConfigurations ListOtaTaskExecutions ListTagsForResource",
		"T": "TagResource UntagResource",
		"W": "CreateAccountAssociation CreateCloudConnector CreateConnectorDestination CreateCredentialLocker CreateDestination CreateEventLogConfiguration CreateManagedThing CreateNotificationConfiguration CreateOtaTask CreateOtaTaskConfiguration CreateProvisioningProfile DeleteAccountAssociation DeleteCloudConnector DeleteConnectorDestination DeleteCredentialLocker DeleteDestination DeleteEventLogConfiguration DeleteManagedThing DeleteNotificationConfiguration DeleteOtaTask DeleteOtaTaskConfiguration DeleteProvisioningProfile DeregisterAccountAssociation PutDefaultEncryptionConfiguration PutHubConfiguration PutRuntimeLogConfiguration RegisterAccountAssociation RegisterCustomEndpoint ResetRuntimeLogConfiguration SendConnectorEvent SendManagedThingCommand StartAccountAssociationRefresh StartDeviceDiscovery UpdateAccountAssociation UpdateCloudConnector UpdateConnectorDestination UpdateDestination UpdateEventLogConfiguration UpdateManagedThing UpdateNotificationConfiguration UpdateOtaTask"
	},
	"iotsitewise": {
		"L": "ListAccessPolicies ListActions ListApplications ListAssetModelCompositeModels ListAssetModelProperties ListAssetModels ListAssetProperties ListAssetRelationships ListAssets ListAssociatedAssets ListBulkImportJobs ListCompositionRelationships ListComputationModelDataBindingUsages ListComputationModelResolveToResources ListComputationModels ListDashboards ListDatasetDataSegmentRelationships ListDatasetDataSegments ListDatasetExportJobs ListDatasets ListEnrichmentJobs ListExecutions ListGateways ListInterfaceRelationships ListPipelineExecutions ListPipelines ListPortals ListProjectAssets ListProjects ListQueries ListSearches ListTasks ListTimeSeries ListWorkspaces",
		"R": "BatchGetAssetPropertyAggregates BatchGetAssetPropertyValue BatchGetAssetPropertyValueHistory DescribeAccessPolicy DescribeAction DescribeApplication DescribeAsset DescribeAssetCompositeModel DescribeAssetModel DescribeAssetModelCompositeModel DescribeAssetModelInterfaceRelationship DescribeAssetProperty DescribeBulkImportJob DescribeComputationModel DescribeComputationModelExecutionSummary DescribeDashboard DescribeDataset DescribeDatasetExportJob DescribeDefaultEncryptionConfiguration DescribeEnrichmentJob DescribeExecution DescribeGateway DescribeGatewayCapabilityConfiguration DescribeLoggingOptions DescribePipeline DescribePipelineExecution DescribePortal DescribeProject DescribeQuery DescribeSearch DescribeStorageConfiguration DescribeTask DescribeTimeSeries DescribeWorkspace ExecuteQuery GetAssetPropertyAggregates GetAssetPropertyValue GetAssetPropertyValueHistory GetCaptureData GetInterpolatedAssetPropertyValues GetQueryResults GetSearchResults InvokeAssistant ListTagsForResource",
		"T": "TagResource UntagResource",
		"W": "AssociateAssets AssociateTimeSeriesToAssetProperty BatchAssociateDataSegmentsToDataset BatchAssociateProjectAssets BatchDeleteDatasetDataSegments BatchDisassociateDataSegmentsFromDataset BatchDisassociateProjectAssets BatchPutAssetPropertyValue CancelEnrichmentJob CancelPipelineExecution CancelQuery CreateAccessPolicy CreateApplication CreateAsset CreateAssetModel CreateAssetModelCompositeModel CreateBulkImportJob CreateComputationModel CreateDashboard CreateDataset CreateDatasetExportJob CreateEnrichmentJob CreateGateway CreatePipeline CreatePortal CreateProject CreateTask CreateWorkspace DeleteAccessPolicy DeleteApplication DeleteAsset DeleteAssetModel DeleteAssetModelCompositeModel DeleteAssetModelInterfaceRelationship DeleteComputationModel DeleteDashboard DeleteDataset DeleteGateway DeletePipeline DeletePortal DeleteProject DeleteTask DeleteTimeSeries DeleteWorkspace DisassociateAssets DisassociateTimeSeriesFromAssetProperty EnableSiteWiseIntegration ExecuteAction PutAssetModelInterfaceRelationship PutDefaultEncryptionConfiguration PutLoggingOptions PutStorageConfiguration StartPipelineExecution StartQuery StartSearch UpdateAccessPolicy UpdateAsset UpdateAssetModel UpdateAssetModelCompositeModel UpdateAssetModelPropertyRouting UpdateAssetProperty UpdateComputationModel UpdateDashboard UpdateDataset UpdateGateway UpdateGatewayCapabilityConfiguration UpdatePipeline UpdatePortal UpdateProject UpdateTask UpdateWorkspace"
	},
	"iottwinmaker": {
		"L": "ListComponentTypes ListComponents ListEntities ListMetadataTransferJobs ListProperties ListScenes ListSyncJobs ListSyncResources ListTagsForResource ListWorkspaces",
		"R": "ExecuteQuery GetComponentType GetEntity GetMetadataTransferJob GetPricingPlan GetPropertyValue GetPropertyValueHistory GetScene GetSyncJob GetWorkspace",
		"T": "TagResource UntagResource",
		"W": "BatchPutPropertyValues CancelMetadataTransferJob CreateComponentType CreateEntity CreateMetadataTransferJob CreateScene CreateSyncJob CreateWorkspace DeleteComponentType DeleteEntity DeleteScene DeleteSyncJob DeleteWorkspace UpdateComponentType UpdateEntity UpdatePricingPlan UpdateScene UpdateWorkspace"
	},
	"iotwireless": {
		"R": "GetDestination GetDeviceProfile GetEventConfigurationByResourceTypes GetFuotaTask GetLogLevelsByResourceTypes GetMetricConfiguration GetMetrics GetMulticastGroup GetMulticastGroupSession GetNetworkAnalyzerConfiguration GetPartnerAccount GetPosition GetPositionConfiguration GetPositionEstimate GetResourceEventConfiguration GetResourceLogLevel GetResourcePosition GetServiceEndpoint GetServiceProfile GetWirelessDevice GetWirelessDeviceImportTask GetWirelessDeviceStatistics GetWirelessGateway GetWirelessGatewayCertificate GetWirelessGatewayFirmwareInformation GetWirelessGatewayStatistics GetWirelessGatewayTask GetWirelessGatewayTaskDefinition ListDestinations ListDeviceProfiles ListDevicesForWirelessDeviceImportTask ListEventConfigurations ListFuotaTasks ListMulticastGroups ListMulticastGroupsByFuotaTask ListNetworkAnalyzerConfigurations ListPartnerAccounts ListPositionConfigurations ListQueuedMessages ListServiceProfiles ListTagsForResource ListWirelessDeviceImportTasks ListWirelessDevices ListWirelessGatewayTaskDefinitions ListWirelessGateways",
		"T": "TagResource UntagResource",
		"W": "AssociateAwsAccountWithPartnerAccount AssociateMulticastGroupWithFuotaTask AssociateWirelessDeviceWithFuotaTask AssociateWirelessDeviceWithMulticastGroup AssociateWirelessDeviceWithThing AssociateWirelessGatewayWithCertificate AssociateWirelessGatewayWithThing CancelMulticastGroupSession CreateDestination CreateDeviceProfile CreateFuotaTask CreateMulticastGroup CreateNetworkAnalyzerConfiguration CreateServiceProfile CreateWirelessDevice CreateWirelessGateway CreateWirelessGatewayTask CreateWirelessGatewayTaskDefinition DeleteDestination DeleteDeviceProfile DeleteFuotaTask DeleteMulticastGroup DeleteNetworkAnalyzerConfiguration DeleteQueuedMessages DeleteServiceProfile DeleteWirelessDevice DeleteWirelessDeviceImportTask DeleteWirelessGateway DeleteWirelessGatewayTask DeleteWirelessGatewayTaskDefinition DeregisterWirelessDevice DisassociateAwsAccountFromPartnerAccount DisassociateMulticastGroupFromFuotaTask DisassociateWirelessDeviceFromFuotaTask DisassociateWirelessDeviceFromMulticastGroup DisassociateWirelessDeviceFromThing DisassociateWirelessGatewayFromCertificate DisassociateWirelessGatewayFromThing PutPositionConfiguration PutResourceLogLevel ResetAllResourceLogLevels ResetResourceLogLevel SendDataToMulticastGroup SendDataToWirelessDevice StartBulkAssociateWirelessDeviceWithMulticastGroup StartBulkDisassociateWirelessDeviceFromMulticastGroup StartFuotaTask StartMulticastGroupSession StartNetworkAnalyzerStream StartSingleWirelessDeviceImportTask StartWirelessDeviceImportTask TestWirelessDevice UpdateDestination UpdateEventConfigurationByResourceTypes UpdateFuotaTask UpdateLogLevelsByResourceTypes UpdateMetricConfiguration UpdateMulticastGroup UpdateNetworkAnalyzerConfiguration UpdatePartnerAccount UpdatePosition UpdateResourceEventConfiguration UpdateResourcePosition UpdateWirelessDevice UpdateWirelessDeviceImportTask UpdateWirelessGateway"
	},
	"iq": {
		"L": "ListAttachments",
		"R": "DownloadAttachment GetBuyer GetCall GetChatInfo GetChatMessages GetChatToken GetCompanyChatMessages GetCompanyProfile GetConversation GetExpert GetListing GetMarketplaceSeller GetPaymentRequest GetProposal GetRequest GetReview ListConversations ListExpertAccessLogs ListListings ListPaymentRequests ListProposals ListRequests ListReviews",
		"W": "AcceptCall ApprovePaymentRequest ApproveProposal ArchiveConversation CompleteProposal CreateConversation CreateExpert CreateListing CreateMilestoneProposal CreatePaymentRequest CreateProject CreateRequest CreateScheduledProposal CreateSeller CreateUpfrontProposal DeclineCall DeleteAttachment DisableIndividualPublicProfile EnableIndividualPublicProfile EndCall HideRequest InitiateCall LinkAwsCertification MarkChatMessageRead RejectPaymentRequest RejectProposal SendCompanyChatMessage SendIndividualChatMessage UnarchiveConversation UnlinkAwsCertification UpdateCompanyProfile UpdateConversationMembers UpdateExpert UpdateListing UpdateRequest UploadAttachment WithdrawPaymentRequest WithdrawProposal WriteReview"
	},
	"iq-permission": {
		"R": "GetPermissionRequest ListPermissionRequests",
		"W": "ApproveAccessGrant ApprovePermissionRequest AssumePermissionRole CreatePermissionRequest RejectPermissionRequest RevokePermissionRequest WithdrawPermissionRequest"
	},
	"ivs": {
		"L": "ListAdConfigurations ListChannels ListCompositions ListEncoderConfigurations ListIngestConfigurations ListParticipantEvents ListParticipantReplicas ListParticipants ListPlaybackKeyPairs ListPlaybackRestrictionPolicies ListPublicKeys ListRecordingConfigurations ListStageSessions ListStages ListStorageConfigurations ListStreamKeys ListStreamSessions ListStreams",
		"R": "BatchGetChannel BatchGetStreamKey GetAdConfiguration GetChannel GetComposition GetEncoderConfiguration GetIngestConfiguration GetParticipant GetPlaybackKeyPair GetPlaybackRestrictionPolicy GetPublicKey GetRecordingConfiguration GetStage GetStageSession GetStorageConfiguration GetStream GetStreamKey GetStreamSession ListTagsForResource",
		"T": "TagResource UntagResource",
		"W": "BatchStartViewerSessionRevocation CreateAdConfiguration CreateChannel CreateEncoderConfiguration CreateIngestConfiguration CreateParticipantToken CreatePlaybackRestrictionPolicy CreateRecordingConfiguration CreateStage CreateStorageConfiguration CreateStreamKey DeleteAdConfiguration DeleteChannel DeleteEncoderConfiguration DeleteIngestConfiguration DeletePlaybackKeyPair DeletePlaybackRestrictionPolicy DeletePublicKey DeleteRecordingConfiguration DeleteStage DeleteStorageConfiguration DeleteStreamKey DisconnectParticipant ImportPlaybackKeyPair ImportPublicKey InsertAdBreak PutMetadata StartComposition StartParticipantReplication StartViewerSessionRevocation StopComposition StopParticipantReplication StopStream UpdateAdConfiguration UpdateChannel UpdateIngestConfiguration UpdatePlaybackRestrictionPolicy UpdateStage"
	},
	"ivschat": {
		"L": "ListLoggingConfigurations ListRooms",
		"R": "GetLoggingConfiguration GetRoom ListTagsForResource",
		"T": "TagResource UntagResource",
		"W": "CreateChatToken CreateLoggingConfiguration CreateRoom DeleteLoggingConfiguration DeleteMessage DeleteRoom DisconnectUser SendEvent UpdateLoggingConfiguration UpdateRoom"
	},
	"kafka": {
		"L": "GetCompatibleKafkaVersions ListChannels ListClientVpcConnections ListClusterOperations ListClusterOperationsV2 ListClusters ListClustersV2 ListConfigurationRevisions ListConfigurations ListKafkaVersions ListNodes ListReplicators ListScramSecrets ListTopics ListVpcConnections",
		"R": "DescribeChannel DescribeCluster DescribeClusterOperation DescribeClusterOperationV2 DescribeClusterV2 DescribeConfiguration DescribeConfigurationRevision DescribeReplicator DescribeTopic DescribeTopicPartitions DescribeVpcConnection GetBootstrapBrokers GetClusterPolicy ListTagsForResource",
		"T": "TagResource UntagResource",
		"W": "BatchAssociateScramSecret BatchDisassociateScramSecret CreateChannel CreateCluster CreateClusterV2 CreateConfiguration CreateReplicator CreateTopic CreateVpcConnection DeleteChannel DeleteCluster DeleteClusterPolicy DeleteConfiguration DeleteReplicator DeleteTopic DeleteVpcConnection PutClusterPolicy RebootBroker RejectClientVpcConnection UpdateBrokerCount UpdateBrokerStorage UpdateBrokerType UpdateChannel UpdateClusterConfiguration UpdateClusterKafkaVersion UpdateConfiguration UpdateConnectivity UpdateMonitoring UpdateRebalancing UpdateReplicationInfo UpdateSecurity UpdateStorage UpdateTopic"
	},
	"kafka-cluster": {
		"L": "DescribeCluster DescribeClusterDynamicConfiguration DescribeGroup DescribeTopic DescribeTopicDynamicConfiguration DescribeTransactionalId",
		"R": "ReadData",
		"W": "AlterCluster AlterClusterDynamicConfiguration AlterGroup AlterTopic AlterTopicDynamicConfiguration AlterTransactionalId Connect CreateTopic DeleteGroup DeleteTopic WriteData WriteDataIdempotently"
	},
	"kafkaconnect": {
		"R": "DescribeConnector DescribeConnectorOperation DescribeCustomPlugin DescribeWorkerConfiguration ListConnectorOperations ListConnectors ListCustomPlugins ListTagsForResource ListWorkerConfigurations",
		"T": "TagResource UntagResource",
		"W": "CreateConnector CreateCustomPlugin CreateWorkerConfiguration DeleteConnector DeleteCustomPlugin DeleteWorkerConfiguration UpdateConnector"
	},
	"kendra": {
		"L": "ListAccessControlConfigurations ListDataSourceSyncJobs ListDataSources ListEntityPersonas ListExperienceEntities ListExperiences ListFaqs ListFeaturedResultsSets ListGroupsOlderThanOrderingId ListIndices ListQuerySuggestionsBlockLists ListThesauri",
		"R": "BatchGetDocumentStatus DescribeAccessControlConfiguration DescribeDataSource DescribeExperience DescribeFaq DescribeFeaturedResultsSet DescribeIndex DescribePrincipalMapping DescribeQuerySuggestionsBlockList DescribeQuerySuggestionsConfig DescribeThesaurus GetQuerySuggestions GetSnapshots ListTagsForResource Query Retrieve",
		"T": "TagResource UntagResource",
		"W": "AssociateEntitiesToExperience AssociatePersonasToEntities BatchDeleteDocument BatchDeleteFeaturedResultsSet BatchPutDocument ClearQuerySuggestions CreateAccessControlConfiguration CreateDataSource CreateExperience CreateFaq CreateFeaturedResultsSet CreateIndex CreateQuerySuggestionsBlockList CreateThesaurus DeleteAccessControlConfiguration DeleteDataSource DeleteExperience DeleteFaq DeleteIndex DeletePrincipalMapping DeleteQuerySuggestionsBlockList DeleteThesaurus DisassociateEntitiesFromExperience DisassociatePersonasFromEntities PutPrincipalMapping StartDataSourceSyncJob StopDataSourceSyncJob SubmitFeedback UpdateAccessControlConfiguration UpdateDataSource UpdateExperience UpdateFeaturedResultsSet UpdateIndex UpdateQuerySuggestionsBlockList UpdateQuerySuggestionsConfig UpdateThesaurus"
	},
	"kendra-ranking": {
		"L": "ListRescoreExecutionPlans",
		"R": "DescribeRescoreExecutionPlan ListTagsForResource Rescore",
		"T": "TagResource UntagResource",
		"W": "CreateRescoreExecutionPlan DeleteRescoreExecutionPlan UpdateRescoreExecutionPlan"
	},
	"kinesis": {
		"L": "ListChannels ListShards ListStreamConsumers ListStreams",
		"R": "DescribeAccountSettings DescribeChannel DescribeLimits DescribeStream DescribeStreamConsumer DescribeStreamSummary GetRecords GetResourcePolicy GetShardIterator ListTagsForResource ListTagsForStream SubscribeToShard",
		"T": "AddTagsToStream CreateChannel RemoveTagsFromStream TagResource UntagResource",
		"W": "AssociateStreamsWithChannel CreateStream DecreaseStreamRetentionPeriod DeleteChannel DeleteResourcePolicy DeleteStream DeregisterStreamConsumer DisableEnhancedMonitoring EnableEnhancedMonitoring IncreaseStreamRetentionPeriod InjectApiError MergeShards PutRecord PutRecords PutResourcePolicy RegisterStreamConsumer SplitShard StartStreamEncryption StopStreamEncryption UpdateAccountSettings UpdateChannel UpdateMaxRecordSize UpdateShardCount UpdateStreamMode UpdateStreamRecordDistributionStrategy UpdateStreamWarmThroughput"
	},
	"kinesisanalytics": {
		"L": "ListApplications",
		"R": "CreateApplicationPresignedUrl DescribeApplication DescribeApplicationOperation DescribeApplicationSnapshot DescribeApplicationVersion DiscoverInputSchema GetApplicationState ListApplicationOperations ListApplicationSnapshots ListApplicationVersions ListTagsForResource",
		"T": "TagResource UntagResource",
		"W": "AddApplicationCloudWatchLoggingOption AddApplicationInput AddApplicationInputProcessingConfiguration AddApplicationOutput AddApplicationReferenceDataSource AddApplicationVpcConfiguration CreateApplication CreateApplicationSnapshot DeleteApplication DeleteApplicationCloudWatchLoggingOption DeleteApplicationInputProcessingConfiguration DeleteApplicationOutput DeleteApplicationReferenceDataSource DeleteApplicationSnapshot DeleteApplicationVpcConfiguration RollbackApplication StartApplication StopApplication UpdateApplication UpdateApplicationMaintenanceConfiguration"
	},
	"kinesisvideo": {
		"L": "DescribeMappedResourceConfiguration DescribeSignalingChannel DescribeStream ListEdgeAgentConfigurations ListFragments ListSignalingChannels ListStreams",
		"R": "DescribeEdgeConfiguration DescribeImageGenerationConfiguration DescribeMediaStorageConfiguration DescribeNotificationConfiguration DescribeStreamStorageConfiguration GetClip GetDASHStreamingSessionURL GetDataEndpoint GetHLSStreamingSessionURL GetIceServerConfig GetImages GetMedia GetMediaForFragmentList GetSignalingChannelEndpoint ListTagsForResource ListTagsForStream",
		"T": "TagResource TagStream UntagResource UntagStream",
		"W": "ConnectAsMaster ConnectAsViewer CreateSignalingChannel CreateStream DeleteEdgeConfiguration DeleteSignalingChannel DeleteStream JoinStorageSession JoinStorageSessionAsViewer PutMedia SendAlexaOfferToMaster StartEdgeConfigurationUpdate UpdateDataRetention UpdateImageGenerationConfiguration UpdateMediaStorageConfiguration UpdateNotificationConfiguration UpdateSignalingChannel UpdateStream UpdateStreamStorageConfiguration"
	},
	"kms": {
		"L": "ListAliases ListGrants ListKeyPolicies ListKeyRotations ListKeys ListResourceTags ListRetirableGrants",
		"P": "CreateGrant PutKeyPolicy RetireGrant RevokeGrant",
		"R": "DescribeCustomKeyStores DescribeKey GetKeyLastUsage GetKeyPolicy GetKeyRotationStatus GetParametersForImport GetPublicKey",
		"T": "TagResource UntagResource",
		"W": "CancelKeyDeletion ConnectCustomKeyStore CreateAlias CreateCustomKeyStore CreateKey Decrypt DeleteAlias DeleteCustomKeyStore DeleteImportedKeyMaterial DeriveSharedSecret DisableKey DisableKeyRotation DisconnectCustomKeyStore EnableKey EnableKeyRotation Encrypt GenerateDataKey GenerateDataKeyPair GenerateDataKeyPairWithoutPlaintext GenerateDataKeyWithoutPlaintext GenerateMac GenerateRandom ImportKeyMaterial ReEncryptFrom ReEncryptTo ReplicateKey RotateKeyOnDemand ScheduleKeyDeletion Sign SynchronizeMultiRegionKey UpdateAlias UpdateCustomKeyStore UpdateKeyDescription UpdatePrimaryRegion Verify VerifyMac"
	},
	"lakeformation": {
		"L": "ListDataCellsFilter ListLakeFormationOptIns ListPermissions ListResources ListTableStorageOptimizers ListTransactions",
		"P": "BatchGrantPermissions BatchRevokePermissions GrantPermissions PutDataLakeSettings RevokePermissions",
		"R": "DescribeLakeFormationIdentityCenterConfiguration DescribeResource DescribeTransaction GetDataCellsFilter GetDataLakePrincipal GetDataLakeSettings GetEffectivePermissionsForPath GetLFTag GetLFTagExpression GetQueryState GetQueryStatistics GetResourceLFTags GetTableObjects GetTemporaryGluePartitionCredentials GetTemporaryGlueTableCredentials GetWorkUnitResults GetWorkUnits ListLFTagExpressions ListLFTags SearchDatabasesByLFTags SearchTablesByLFTags",
		"T": "AddLFTagsToResource RemoveLFTagsFromResource",
		"W": "CancelTransaction CommitTransaction CreateDataCellsFilter CreateLFTag CreateLFTagExpression CreateLakeFormationIdentityCenterConfiguration CreateLakeFormationOptIn DeleteDataCellsFilter DeleteLFTag DeleteLFTagExpression DeleteLakeFormationIdentityCenterConfiguration DeleteLakeFormationOptIn DeleteObjectsOnCancel DeregisterResource ExtendTransaction GetDataAccess RegisterResource RegisterResourceWithPrivilegedAccess StartQueryPlanning StartTransaction UpdateDataCellsFilter UpdateLFTag UpdateLFTagExpression UpdateLakeFormationIdentityCenterConfiguration UpdateResource UpdateTableObjects UpdateTableStorageOptimizer"
	},
	"lambda": {
		"L": "ListAliases ListCapacityProviders ListCodeSigningConfigs ListDurableExecutionsByFunction ListEventSourceMappings ListFunctionEventInvokeConfigs ListFunctionUrlConfigs ListFunctionVersionsByCapacityProvider ListFunctions ListFunctionsByCodeSigningConfig ListLayerVersions ListLayers ListManagedMicrovmImageVersions ListManagedMicrovmImages ListMicrovmImageBuilds ListMicrovmImageVersions ListMicrovmImages ListMicrovms ListNetworkConnectors ListProvisionedConcurrencyConfigs ListVersionsByFunction",
		"P": "AddLayerVersionPermission AddPermission DeleteResourcePolicy DisableReplication EnableReplication PutResourcePolicy RemoveLayerVersionPermission RemovePermission",
		"R": "GetAccountSettings GetAlias GetCapacityProvider GetCodeSigningConfig GetDurableExecution GetDurableExecutionHistory GetDurableExecutionState GetEventSourceMapping GetFunction GetFunctionCodeSigningConfig GetFunctionConcurrency GetFunctionConfiguration GetFunctionEventInvokeConfig GetFunctionRecursionConfig GetFunctionScalingConfig GetFunctionUrlConfig GetLayerVersion GetLayerVersionPolicy GetMicrovm GetMicrovmImage GetMicrovmImageBuild GetMicrovmImageVersion GetNetworkConnector GetPolicy GetProvisionedConcurrencyConfig GetResourcePolicy GetRuntimeManagementConfig ListTags",
		"T": "TagResource UntagResource",
		"W": "CheckpointDurableExecution ConnectMicrovm CreateAlias CreateCapacityProvider CreateCodeSigningConfig CreateEventSourceMapping CreateFunction CreateFunctionUrlConfig CreateMicrovmAuthToken CreateMicrovmImage CreateMicrovmShellAuthToken CreateNetworkConnector DeleteAlias DeleteCapacityProvider DeleteCodeSigningConfig DeleteEventSourceMapping DeleteFunction DeleteFunctionCodeSigningConfig DeleteFunctionConcurrency DeleteFunctionEventInvokeConfig DeleteFunctionUrlConfig DeleteLayerVersion DeleteMicrovmImage DeleteMicrovmImageVersion DeleteNetworkConnector DeleteProvisionedConcurrencyConfig InvokeAsync InvokeFunction InvokeFunctionUrl PassCapacityProvider PassNetworkConnector PublishLayerVersion PublishVersion PutFunctionCodeSigningConfig PutFunctionConcurrency PutFunctionEventInvokeConfig PutFunctionRecursionConfig PutFunctionScalingConfig PutProvisionedConcurrencyConfig PutRuntimeManagementConfig ResumeMicrovm RunMicrovm SendDurableExecutionCallbackFailure SendDurableExecutionCallbackHeartbeat SendDurableExecutionCallbackSuccess StopDurableExecution SuspendMicrovm TerminateMicrovm UpdateAlias UpdateCapacityProvider UpdateCodeSigningConfig UpdateEventSourceMapping UpdateFunctionCode UpdateFunctionCodeSigningConfig UpdateFunctionConfiguration UpdateFunctionEventInvokeConfig UpdateFunctionUrlConfig UpdateMicrovmImage UpdateMicrovmImageVersion UpdateNetworkConnector"
	},
	"launchwizard": {
		"L": "ListAdditionalNodes ListAllowedResources ListDeploymentEvents ListDeploymentPatternVersions ListDeployments ListProvisionedApps ListResourceCostEstimates ListSettingsSets ListWorkloadDeploymentOptions ListWorkloadDeploymentPatterns ListWorkloads",
		"R": "DescribeAdditionalNode DescribeProvisionedApp DescribeProvisioningEvents DescribeSettingsSet GetDeployment GetDeploymentPatternVersion GetInfrastructureSuggestion GetIpAddress GetResourceCostEstimate GetResourceRecommendation GetSettingsSet GetWorkload GetWorkloadAsset GetWorkloadAssets GetWorkloadDeploymentPattern ListTagsForResource",
		"T": "TagResource UntagResource",
		"W": "CreateAdditionalNode CreateDeployment CreateSettingsSet DeleteAdditionalNode DeleteApp DeleteDeployment DeleteSettingsSet PutSettingsSet StartProvisioning UpdateDeployment UpdateSettingsSet"
	},
	"lex": {
		"L": "GetBotAliases GetBotChannelAssociations GetBotVersions GetBots GetIntentVersions GetIntents GetMigrations GetSlotTypeVersions GetSlotTypes GetUtterancesView ListAggregatedUtterances ListBotAliasReplicas ListBotAliases ListBotAnalyzerRecommendations ListBotChannels ListBotLocales ListBotRecommendations ListBotReplicas ListBotResourceGenerations ListBotVersionReplicas ListBotVersions ListBots ListBuiltInIntents ListBuiltInSlotTypes ListCustomVocabularyItems ListExports ListImports ListIntentMetrics ListIntentPaths ListIntentStageMetrics ListIntents ListRecommendedIntents ListSessionAnalyticsData ListSessionMetrics ListSlotTypes ListSlots ListTestExecutions ListTestSets SearchAssociatedTranscripts",
		"R": "DescribeBot DescribeBotAlias DescribeBotAnalyzerRecommendation DescribeBotChannel DescribeBotLocale DescribeBotRecommendation DescribeBotReplica DescribeBotResourceGeneration DescribeBotVersion DescribeCustomVocabulary DescribeCustomVocabularyMetadata DescribeExport DescribeImport DescribeIntent DescribeResourcePolicy DescribeSlot DescribeSlotType DescribeTestExecution DescribeTestSet DescribeTestSetDiscrepancyReport DescribeTestSetGeneration GenerateBotElement GetBot GetBotAlias GetBotChannelAssociation GetBuiltinIntent GetBuiltinIntents GetBuiltinSlotTypes GetExport GetImport GetIntent GetMigration GetSession GetSlotType GetTestExecutionArtifactsUrl ListTagsForResource ListTestExecutionResultItems ListTestSetRecords",
		"T": "TagResource UntagResource",
		"W": "BatchCreateCustomVocabularyItem BatchDeleteCustomVocabularyItem BatchUpdateCustomVocabularyItem BuildBotLocale CreateBot CreateBotAlias CreateBotChannel CreateBotLocale CreateBotReplica CreateBotVersion CreateCustomVocabulary CreateExport CreateIntent CreateIntentVersion CreateResourcePolicy CreateResourcePolicyStatement CreateSlot CreateSlotType CreateSlotTypeVersion CreateTestSet CreateTestSetDiscrepancyReport CreateUploadUrl DeleteBot DeleteBotAlias DeleteBotAnalyzerRecommendation DeleteBotChannel DeleteBotChannelAssociation DeleteBotLocale DeleteBotReplica DeleteBotVersion DeleteCustomVocabulary DeleteExport DeleteImport DeleteIntent DeleteIntentVersion DeleteResourcePolicy DeleteResourcePolicyStatement DeleteSession DeleteSlot DeleteSlotType DeleteSlotTypeVersion DeleteTestSet DeleteUtterances PostContent PostText PutBot PutBotAlias PutIntent PutSession PutSlotType RecognizeText RecognizeUtterance StartBotAnalyzer StartBotRecommendation StartBotResourceGeneration StartConversation StartImport StartMigration StartTestExecution StartTestSetGeneration StopBotAnalyzer StopBotRecommendation UpdateBot UpdateBotAlias UpdateBotLocale UpdateBotRecommendation UpdateCustomVocabulary UpdateExport UpdateIntent UpdateResourcePolicy UpdateSlot UpdateSlotType UpdateTestSet"
	},
	"license-manager": {
		"L": "GetServiceSettings ListAssetsForLicenseAssetGroup ListAssociationsForLicenseConfiguration ListDistributedGrants ListFailuresForLicenseConfigurationOperations ListLicenseAssetGroups ListLicenseAssetRulesets ListLicenseConfigurations ListLicenseConfigurationsForOrganization ListLicenseConversionTasks ListLicenseManagerReportGenerators ListLicenseSpecificationsForResource ListLicenseVersions ListReceivedGrants ListReceivedGrantsForOrganization ListReceivedLicenses ListReceivedLicensesForOrganization ListResourceInventory ListTokens ListUsageForLicenseConfiguration",
		"P": "UpdateServiceSettings",
		"R": "GetAccessToken GetGrant GetLicense GetLicenseAssetGroup GetLicenseAssetRuleset GetLicenseConfiguration GetLicenseConversionTask GetLicenseManagerReportGenerator GetLicenseUsage ListLicenses ListTagsForResource",
		"T": "TagResource UntagResource",
		"W": "AcceptGrant CheckInLicense CheckoutBorrowLicense CheckoutLicense CreateGrant CreateGrantVersion CreateLicense CreateLicenseAssetGroup CreateLicenseAssetRuleset CreateLicenseConfiguration CreateLicenseConversionTaskForResource CreateLicenseManagerReportGenerator CreateLicenseVersion CreateToken DeleteGrant DeleteLicense DeleteLicenseAssetGroup DeleteLicenseAssetRuleset DeleteLicenseConfiguration DeleteLicenseManagerReportGenerator DeleteToken ExtendLicenseConsumption RejectGrant UpdateLicenseAssetGroup UpdateLicenseAssetRuleset UpdateLicenseConfiguration UpdateLicenseManagerReportGenerator UpdateLicenseSpecificationsForResource"
	},
	"license-manager-linux-subscriptions": {
		"R": "GetRegisteredSubscriptionProvider GetServiceSettings ListLinuxSubscriptionInstances ListLinuxSubscriptions ListRegisteredSubscriptionProviders ListTagsForResource",
		"T": "TagResource UntagResource",
		"W": "DeregisterSubscriptionProvider RegisterSubscriptionProvider UpdateServiceSettings"
	},
	"license-manager-user-subscriptions": {
		"L": "ListIdentityProviders ListInstances ListLicenseServerEndpoints ListProductSubscriptions ListUserAssociations",
		"R": "ListTagsForResource",
		"T": "TagResource UntagResource",
		"W": "AssociateUser CreateLicenseServerEndpoint DeleteLicenseServerEndpoint DeregisterIdentityProvider DisassociateUser RegisterIdentityProvider StartProductSubscription StopProductSubscription UpdateIdentityProviderSettings"
	},
	"lightsail": {
		"R": "GetActiveNames GetAlarms GetAutoSnapshots GetBlueprints GetBucketAccessKeys GetBucketBundles GetBucketMetricData GetBuckets GetBundles GetCertificates GetCloudFormationStackRecords GetContactMethods GetContainerAPIMetadata GetContainerImages GetContainerLog GetContainerServiceDeployments GetContainerServiceMetricData GetContainerServicePowers GetContainerServices GetCostEstimate GetDisk GetDiskSnapshot GetDiskSnapshots GetDisks GetDistributionBundles GetDistributionLatestCacheReset GetDistributionMetricData GetDistributions GetDomain GetDomains GetExportSnapshotRecords GetInstance GetInstanceMetricData GetInstancePortStates GetInstanceSnapshot GetInstanceSnapshots GetInstanceState GetInstances GetKeyPair GetKeyPairs GetLoadBalancer GetLoadBalancerMetricData GetLoadBalancerTlsCertificates GetLoadBalancerTlsPolicies GetLoadBalancers GetOperation GetOperations GetOperationsForResource GetRegions GetRelationalDatabase GetRelationalDatabaseBlueprints GetRelationalDatabaseBundles GetRelationalDatabaseEvents GetRelationalDatabaseLogEvents GetRelationalDatabaseLogStreams GetRelationalDatabaseMetricData GetRelationalDatabaseParameters GetRelationalDatabaseSnapshot GetRelationalDatabaseSnapshots GetRelationalDatabases GetSetupHistory GetStaticIp GetStaticIps IsVpcPeered",
		"T": "TagResource UntagResource",
		"W": "AllocateStaticIp AttachCertificateToDistribution AttachDisk AttachInstancesToLoadBalancer AttachLoadBalancerTlsCertificate AttachStaticIp CloseInstancePublicPorts CopySnapshot CreateBucket CreateBucketAccessKey CreateCertificate CreateCloudFormationStack CreateContactMethod CreateContainerService CreateContainerServiceDeployment CreateContainerServiceRegistryLogin CreateDisk CreateDiskFromSnapshot CreateDiskSnapshot CreateDistribution CreateDomain CreateDomainEntry CreateGUISessionAccessDetails CreateInstanceSnapshot CreateInstances CreateInstancesFromSnapshot CreateKeyPair CreateLoadBalancer CreateLoadBalancerTlsCertificate CreateRelationalDatabase CreateRelationalDatabaseFromSnapshot CreateRelationalDatabaseSnapshot DeleteAlarm DeleteAutoSnapshot DeleteBucket DeleteBucketAccessKey DeleteCertificate DeleteContactMethod DeleteContainerImage DeleteContainerService DeleteDisk DeleteDiskSnapshot DeleteDistribution DeleteDomain DeleteDomainEntry DeleteInstance DeleteInstanceSnapshot DeleteKeyPair DeleteKnownHostKeys DeleteLoadBalancer DeleteLoadBalancerTlsCertificate DeleteRelationalDatabase DeleteRelationalDatabaseSnapshot DetachCertificateFromDistribution DetachDisk DetachInstancesFromLoadBalancer DetachStaticIp DisableAddOn DownloadDefaultKeyPair EnableAddOn ExportSnapshot GetInstanceAccessDetails GetRelationalDatabaseMasterUserPassword ImportKeyPair OpenInstancePublicPorts PeerVpc PutAlarm PutInstancePublicPorts RebootInstance RebootRelationalDatabase RegisterContainerImage ReleaseStaticIp ResetDistributionCache SendContactMethodVerification SetIpAddressType SetResourceAccessForBucket SetupInstanceHttps StartGUISession StartInstance StartRelationalDatabase StopGUISession StopInstance StopRelationalDatabase TestAlarm UnpeerVpc UpdateBucket UpdateBucketBundle UpdateContainerService UpdateDistribution UpdateDistributionBundle UpdateDomainEntry UpdateInstanceMetadataOptions UpdateLoadBalancerAttribute UpdateRelationalDatabase UpdateRelationalDatabaseParameters"
	},
	"logs": {
		"L": "DescribeAccountPolicies DescribeConfigurationTemplates DescribeDeliveries DescribeDeliveryDestinations DescribeDeliverySources DescribeDestinations DescribeExportTasks DescribeFieldIndexes DescribeImportTaskBatches DescribeImportTasks DescribeIndexPolicies DescribeLogGroups DescribeLogStreams DescribeLookupTables DescribeMetricFilters DescribeQueries DescribeQueryDefinitions DescribeResourcePolicies DescribeSubscriptionFilters ListAggregateLogGroupSummaries ListAnomalies ListEntitiesForLogGroup ListIntegrations ListLogAnomalyDetectors ListLogDeliveries ListLogGroups ListLogGroupsForEntity ListLogGroupsForQuery ListScheduledQueries ListSourcesForS3TableIntegration ListSyslogConfigurations ListTagsForResource ListTagsLogGroup",
		"P": "DeleteResourcePolicy PutResourcePolicy",
		"R": "FilterLogEvents GetDataProtectionPolicy GetDelivery GetDeliveryDestination GetDeliveryDestinationPolicy GetDeliverySource GetIntegration GetLogAnomalyDetector GetLogDelivery GetLogEvents GetLogFields GetLogGroupFields GetLogRecord GetLookupTable GetQueryResults GetScheduledQuery GetScheduledQueryHistory GetStorageTierPolicy GetTransformer StartLiveTail StartQuery StopLiveTail StopQuery TestMetricFilter TestTransformer Unmask",
		"T": "TagLogGroup TagResource UntagLogGroup UntagResource",
		"W": "AssociateKmsKey AssociateSourceToS3TableIntegration CallWithBearerToken CancelExportTask CancelImportTask CreateDelivery CreateExportTask CreateImportTask CreateLogAnomalyDetector CreateLogDelivery CreateLogGroup CreateLogStream CreateLookupTable CreateScheduledQuery DeleteAccountPolicy DeleteDataProtectionPolicy DeleteDelivery DeleteDeliveryDestination DeleteDeliveryDestinationPolicy DeleteDeliverySource DeleteDestination DeleteIndexPolicy DeleteIntegration DeleteLogAnomalyDetector DeleteLogDelivery DeleteLogGroup DeleteLogStream DeleteLookupTable DeleteMetricFilter DeletePipelineRule DeleteQueryDefinition DeleteRetentionPolicy DeleteScheduledQuery DeleteSubscriptionFilter DeleteSyslogConfiguration DeleteTransformer DisassociateKmsKey DisassociateSourceFromS3TableIntegration IntegrateWithDataset IntegrateWithS3Table Link ProcessWithPipeline PutAccountPolicy PutBearerTokenAuthentication PutDataProtectionPolicy PutDeliveryDestination PutDeliveryDestinationPolicy PutDeliverySource PutDestination PutDestinationPolicy PutIndexPolicy PutIntegration PutLogEvents PutLogGroupDeletionProtection PutMetricFilter PutPipelineRule PutQueryDefinition PutRetentionPolicy PutStorageTierPolicy PutSubscriptionFilter PutSyslogConfiguration PutTransformer UpdateAnomaly UpdateDeliveryConfiguration UpdateLogAnomalyDetector UpdateLogDelivery UpdateLookupTable UpdateScheduledQuery"
	},
	"lookoutequipment": {
		"L": "ListDataIngestionJobs ListDatasets ListInferenceSchedulers ListLabelGroups ListLabels ListModelVersions ListModels ListRetrainingSchedulers ListSensorStatistics",
		"R": "DescribeDataIngestionJob DescribeDataset DescribeInferenceScheduler DescribeLabelGroup DescribeModel DescribeModelVersion DescribeResourcePolicy DescribeRetrainingScheduler Describelabel ListInferenceEvents ListInferenceExecutions ListTagsForResource",
		"T": "TagResource UntagResource",
		"W": "CreateDataset CreateInferenceScheduler CreateLabel CreateLabelGroup CreateModel CreateRetrainingScheduler DeleteDataset DeleteInferenceScheduler DeleteLabel DeleteLabelGroup DeleteModel DeleteResourcePolicy DeleteRetrainingScheduler ImportDataset ImportModelVersion PutResourcePolicy StartDataIngestionJob StartInferenceScheduler StartRetrainingScheduler StopInferenceScheduler StopRetrainingScheduler UpdateActiveModelVersion UpdateInferenceScheduler UpdateLabelGroup UpdateModel UpdateRetrainingScheduler"
	},
	"lookoutmetrics": {
		"L": "ListAlerts ListAnomalyDetectors ListAnomalyGroupRelatedMetrics ListAnomalyGroupSummaries ListAnomalyGroupTimeSeries ListMetricSets",
		"R": "DescribeAlert DescribeAnomalyDetectionExecutions DescribeAnomalyDetector DescribeMetricSet GetAnomalyGroup GetDataQualityMetrics GetFeedback GetSampleData ListTagsForResource",
		"T": "TagResource UntagResource",
		"W": "ActivateAnomalyDetector BackTestAnomalyDetector CreateAlert CreateAnomalyDetector CreateMetricSet DeactivateAnomalyDetector DeleteAlert DeleteAnomalyDetector DetectMetricSetConfig PutFeedback UpdateAlert UpdateAnomalyDetector UpdateMetricSet"
	},
	"lookoutvision": {
		"L": "ListModelPackagingJobs ListModels ListProjects ListTrialDetections",
		"R": "DescribeDataset DescribeModel DescribeModelPackagingJob DescribeProject DescribeTrialDetection ListDatasetEntries ListTagsForResource",
		"T": "TagResource UntagResource",
		"W": "CreateDataset CreateModel CreateProject DeleteDataset DeleteModel DeleteProject DetectAnomalies StartModel StartModelPackagingJob StartTrialDetection StopModel UpdateDatasetEntries"
	},
	"m2": {
		"L": "ListApplications ListEnvironments",
		"R": "GetApplication GetApplicationVersion GetBatchJobExecution GetDataSetDetails GetDataSetExportTask GetDataSetImportTask GetDeployment GetEnvironment GetSignedBluinsightsUrl ListApplicationVersions ListBatchJobDefinitions ListBatchJobExecutions ListBatchJobRestartPoints ListDataSetExportHistory ListDataSetImportHistory ListDataSets ListDeployments ListEngineVersions ListTagsForResource",
		"T": "TagResource UntagResource",
		"W": "CancelBatchJobExecution CreateApplication CreateDataSetExportTask CreateDataSetImportTask CreateDeployment CreateEnvironment DeleteApplication DeleteApplicationFromEnvironment DeleteEnvironment StartApplication StartBatchJob StopApplication UpdateApplication UpdateEnvironment"
	},
	"machinelearning": {
		"L": "DescribeBatchPredictions DescribeDataSources DescribeEvaluations DescribeMLModels DescribeTags",
		"R": "GetBatchPrediction GetDataSource GetEvaluation GetMLModel",
		"T": "AddTags DeleteTags",
		"W": "CreateBatchPrediction CreateDataSourceFromRDS CreateDataSourceFromRedshift CreateDataSourceFromS3 CreateEvaluation CreateMLModel CreateRealtimeEndpoint DeleteBatchPrediction DeleteDataSource DeleteEvaluation DeleteMLModel DeleteRealtimeEndpoint Predict UpdateBatchPrediction UpdateDataSource UpdateEvaluation UpdateMLModel"
	},
	"macie2": {
		"L": "ListAllowLists ListAutomatedDiscoveryAccounts ListClassificationJobs ListClassificationScopes ListCustomDataIdentifiers ListFindings ListFindingsFilters ListInvitations ListManagedDataIdentifiers ListMembers ListOrganizationAdminAccounts ListResourceProfileArtifacts ListResourceProfileDetections ListSensitivityInspectionTemplates",
		"R": "BatchGetCustomDataIdentifiers DescribeBuckets DescribeClassificationJob DescribeOrganizationConfiguration GetAdministratorAccount GetAllowList GetAutomatedDiscoveryConfiguration GetBucketStatistics GetClassificationExportConfiguration GetClassificationScope GetCustomDataIdentifier GetFindingStatistics GetFindings GetFindingsFilter GetFindingsPublicationConfiguration GetInvitationsCount GetMacieSession GetMasterAccount GetMember GetResourceProfile GetRevealConfiguration GetSensitiveDataOccurrences GetSensitiveDataOccurrencesAvailability GetSensitivityInspectionTemplate GetUsageStatistics GetUsageTotals ListTagsForResource SearchResources",
		"T": "TagResource UntagResource",
		"W": "AcceptInvitation BatchUpdateAutomatedDiscoveryAccounts CreateAllowList CreateClassificationJob CreateCustomDataIdentifier CreateFindingsFilter CreateInvitations CreateMember CreateSampleFindings DeclineInvitations DeleteAllowList DeleteCustomDataIdentifier DeleteFindingsFilter DeleteInvitations DeleteMember DisableMacie DisableOrganizationAdminAccount DisassociateFromAdministratorAccount DisassociateFromMasterAccount DisassociateMember EnableMacie EnableOrganizationAdminAccount PutClassificationExportConfiguration PutFindingsPublicationConfiguration TestCustomDataIdentifier UpdateAllowList UpdateAutomatedDiscoveryConfiguration UpdateClassificationJob UpdateClassificationScope UpdateFindingsFilter UpdateMacieSession UpdateMemberSession UpdateOrganizationConfiguration UpdateResourceProfile UpdateResourceProfileDetections UpdateRevealConfiguration UpdateSensitivityInspectionTemplate"
	},
	"managedblockchain": {
		"L": "ListAccessors ListInvitations ListMembers ListNetworks ListNodes ListProposals",
		"P": "GET Invoke POST",
		"R": "GetAccessor GetMember GetNetwork GetNode GetProposal InvokeRpcBitcoinMainnet InvokeRpcBitcoinTestnet InvokeRpcPolygonMainnet InvokeRpcPolygonMumbaiTestnet ListProposalVotes ListTagsForResource",
		"T": "TagResource UntagResource",
		"W": "CreateAccessor CreateMember CreateNetwork CreateNode CreateProposal DeleteAccessor DeleteMember DeleteNode RejectInvitation UpdateMember UpdateNode VoteOnProposal"
	},
	"managedblockchain-query": {
		"L": "ListAssetContracts ListFilteredTransactionEvents ListTokenBalances ListTransactionEvents ListTransactions",
		"R": "BatchGetTokenBalance GetAssetContract GetTokenBalance GetTransaction"
	},
	"mapcredits": { "L": "ListAssociatedPrograms ListQuarterCredits ListQuarterSpend" },
	"marketplacecommerceanalytics": { "W": "GenerateDataSet StartSupportDataExport" },
	"mechanicalturk": {
		"L": "ListAssignmentsForHIT ListBonusPayments ListHITs ListHITsForQualificationType ListQualificationRequests ListQualificationTypes ListReviewPolicyResultsForHIT ListReviewableHITs ListWorkerBlocks ListWorkersWithQualificationType",
		"R": "GetAccountBalance GetAssignment GetFileUploadURL GetHIT GetQualificationScore GetQualificationType",
		"W": "AcceptQualificationRequest ApproveAssignment AssociateQualificationWithWorker CreateAdditionalAssignmentsForHIT CreateHIT CreateHITType CreateHITWithHITType CreateQualificationType CreateWorkerBlock DeleteHIT DeleteQualificationType DeleteWorkerBlock DisassociateQualificationFromWorker NotifyWorkers RejectAssignment RejectQualificationRequest SendBonus SendTestEventNotification UpdateExpirationForHIT UpdateHITReviewStatus UpdateHITTypeOfHIT UpdateNotificationSettings UpdateQualificationType"
	},
	"mediaconnect": {
		"L": "ListBridges ListEntitlements ListFlows ListGatewayInstances ListGateways ListOfferings ListReservations ListRouterInputs ListRouterNetworkInterfaces ListRouterOutputs",
		"R": "DescribeBridge DescribeFlow DescribeFlowSourceMetadata DescribeFlowSourceThumbnail DescribeGateway DescribeGatewayInstance DescribeOffering DescribeReservation DiscoverGatewayPollEndpoint GetRouterInput GetRouterInputSourceMetadata GetRouterInputThumbnail GetRouterNetworkInterface GetRouterOutput ListTagsForResource",
		"T": "TagResource UntagResource",
		"W": "AddBridgeOutputs AddBridgeSources AddFlowMediaStreams AddFlowOutputs AddFlowSources AddFlowVpcInterfaces AssociateRouterNetworkInterface CreateBridge CreateFlow CreateGateway CreateRouterInput CreateRouterNetworkInterface CreateRouterOutput DeleteBridge DeleteFlow DeleteGateway DeleteRouterInput DeleteRouterNetworkInterface DeleteRouterOutput DeregisterGatewayInstance GrantFlowEntitlements PollGateway PurchaseOffering RemoveBridgeOutput RemoveBridgeSource RemoveFlowMediaStream RemoveFlowOutput RemoveFlowSource RemoveFlowVpcInterface RestartRouterInput RestartRouterOutput RevokeFlowEntitlement StartFlow StartRouterInput StartRouterOutput StopFlow StopRouterInput StopRouterOutput SubmitGatewayStateChange TakeRouterInput UpdateBridge UpdateBridgeOutput UpdateBridgeSource UpdateBridgeState UpdateFlow UpdateFlowEntitlement UpdateFlowMediaStream UpdateFlowOutput UpdateFlowSource UpdateGatewayInstance UpdateRouterInput UpdateRouterNetworkInterface UpdateRouterOutput"
	},
	"mediaconvert": {
		"L": "DescribeEndpoints ListJobTemplates ListJobs ListPresets ListQueues ListVersions SearchJobs",
		"R": "GetJob GetJobTemplate GetPolicy GetPreset GetQueue ListTagsForResource Probe",
		"T": "TagResource UntagResource",
		"W": "AssociateCertificate CancelJob CreateJob CreateJobTemplate CreatePreset CreateQueue CreateResourceShare DeleteJobTemplate DeletePolicy DeletePreset DeleteQueue DisassociateCertificate PutPolicy UpdateJobTemplate UpdatePreset UpdateQueue"
	},
	"mediaimport": { "W": "CreateDatabaseBinarySnapshot" },
	"medialive": {
		"L": "ListAlerts ListChannelPlacementGroups ListChannels ListCloudWatchAlarmTemplateGroups ListCloudWatchAlarmTemplates ListClusterAlerts ListClusters ListEventBridgeRuleTemplateGroups ListEventBridgeRuleTemplates ListInputDeviceTransfers ListInputDevices ListInputSecurityGroups ListInputs ListMultiplexAlerts ListMultiplexPrograms ListMultiplexes ListNetworks ListNodes ListOfferings ListReservations ListSdiSources ListSignalMaps ListTagsForResource ListVersions",
		"R": "DescribeAccountConfiguration DescribeChannel DescribeChannelPlacementGroup DescribeCluster DescribeInput DescribeInputDevice DescribeInputDeviceThumbnail DescribeInputSecurityGroup DescribeMultiplex DescribeMultiplexProgram DescribeNetwork DescribeNode DescribeOffering DescribeReservation DescribeSchedule DescribeSdiSource DescribeThumbnails GetCloudWatchAlarmTemplate GetCloudWatchAlarmTemplateGroup GetEventBridgeRuleTemplate GetEventBridgeRuleTemplateGroup GetSignalMap",
		"T": "CreateTags DeleteTags",
		"W": "AcceptInputDeviceTransfer BatchDelete BatchStart BatchStop BatchUpdateSchedule CancelInputDeviceTransfer ClaimDevice CreateChannel CreateChannelPlacementGroup CreateCloudWatchAlarmTemplate CreateCloudWatchAlarmTemplateGroup CreateCluster CreateEventBridgeRuleTemplate CreateEventBridgeRuleTemplateGroup CreateInput CreateInputSecurityGroup CreateMultiplex CreateMultiplexProgram CreateNetwork CreateNode CreateNodeRegistrationScript CreatePartnerInput CreateSdiSource CreateSignalMap DeleteChannel DeleteChannelPlacementGroup DeleteCloudWatchAlarmTemplate DeleteCloudWatchAlarmTemplateGroup DeleteCluster DeleteEventBridgeRuleTemplate DeleteEventBridgeRuleTemplateGroup DeleteInput DeleteInputSecurityGroup DeleteMultiplex DeleteMultiplexProgram DeleteNetwork DeleteNode DeleteReservation DeleteSchedule DeleteSdiSource DeleteSignalMap PollAnywhere PurchaseOffering RebootInputDevice RejectInputDeviceTransfer RestartChannelPipelines StartChannel StartDeleteMonitorDeployment StartInputDevice StartInputDeviceMaintenanceWindow StartMonitorDeployment StartMultiplex StartUpdateSignalMap StopChannel StopInputDevice StopMultiplex SubmitAnywhereStateChange TransferInputDevice UpdateAccountConfiguration UpdateChannel UpdateChannelClass UpdateChannelPlacementGroup UpdateCloudWatchAlarmTemplate UpdateCloudWatchAlarmTemplateGroup UpdateCluster UpdateEventBridgeRuleTemplate UpdateEventBridgeRuleTemplateGroup UpdateInput UpdateInputDevice UpdateInputSecurityGroup UpdateMultiplex UpdateMultiplexProgram UpdateNetwork UpdateNode UpdateNodeState UpdateReservation UpdateSdiSource"
	},
	"mediapackage": {
		"R": "DescribeChannel DescribeHarvestJob DescribeOriginEndpoint ListChannels ListHarvestJobs ListOriginEndpoints ListTagsForResource",
		"T": "TagResource UntagResource",
		"W": "ConfigureLogs CreateChannel CreateHarvestJob CreateOriginEndpoint DeleteChannel DeleteOriginEndpoint RotateChannelCredentials RotateIngestEndpointCredentials UpdateChannel UpdateOriginEndpoint"
	},
	"mediapackage-vod": {
		"L": "ListAssets ListPackagingConfigurations ListPackagingGroups",
		"R": "DescribeAsset DescribePackagingConfiguration DescribePackagingGroup ListTagsForResource",
		"T": "TagResource UntagResource",
		"W": "ConfigureLogs CreateAsset CreatePackagingConfiguration CreatePackagingGroup DeleteAsset DeletePackagingConfiguration DeletePackagingGroup UpdatePackagingGroup"
	},
	"mediapackagev2": {
		"L": "ListChannelGroups ListChannels ListHarvestJobs ListOriginEndpoints",
		"R": "GetChannel GetChannelGroup GetChannelPolicy GetHarvestJob GetHeadObject GetObject GetOriginEndpoint GetOriginEndpointPolicy HarvestObject ListTagsForResource",
		"T": "TagResource UntagResource",
		"W": "CancelHarvestJob CreateChannel CreateChannelGroup CreateHarvestJob CreateOriginEndpoint DeleteChannel DeleteChannelGroup DeleteChannelPolicy DeleteOriginEndpoint DeleteOriginEndpointPolicy PutChannelPolicy PutObject PutOriginEndpointPolicy ResetChannelState ResetOriginEndpointState UpdateChannel UpdateChannelGroup UpdateOriginEndpoint"
	},
	"mediastore": {
		"L": "DescribeContainer DescribeObject ListContainers ListItems",
		"P": "DeleteContainerPolicy PutContainerPolicy",
		"R": "GetContainerPolicy GetCorsPolicy GetLifecyclePolicy GetMetricPolicy GetObject ListTagsForResource",
		"T": "TagResource UntagResource",
		"W": "CreateContainer DeleteContainer DeleteCorsPolicy DeleteLifecyclePolicy DeleteMetricPolicy DeleteObject PutCorsPolicy PutLifecyclePolicy PutMetricPolicy PutObject StartAccessLogging StopAccessLogging"
	},
	"mediatailor": {
		"L": "ListPlaybackConfigurations ListPrefetchSchedules",
		"P": "DeleteChannelPolicy PutChannelPolicy",
		"R": "DescribeChannel DescribeLiveSource DescribeProgram DescribeSourceLocation DescribeVodSource GetChannelPolicy GetChannelSchedule GetPlaybackConfiguration GetPrefetchSchedule ListAlerts ListChannels ListLiveSources ListSourceLocations ListTagsForResource ListVodSources",
		"T": "TagResource UntagResource",
		"W": "ConfigureLogsForChannel ConfigureLogsForPlaybackConfiguration CreateChannel CreateLiveSource CreatePrefetchSchedule CreateProgram CreateSourceLocation CreateVodSource DeleteChannel DeleteLiveSource DeletePlaybackConfiguration DeletePrefetchSchedule DeleteProgram DeleteSourceLocation DeleteVodSource PutPlaybackConfiguration StartChannel StopChannel UpdateChannel UpdateLiveSource UpdateProgram UpdateSourceLocation UpdateVodSource"
	},
	"medical-imaging": {
		"L": "ListDICOMImportJobs ListDatastores ListImageSetVersions ListTagsForResource",
		"R": "GetDICOMBulkdata GetDICOMImportJob GetDICOMInstance GetDICOMInstanceFrames GetDICOMInstanceMetadata GetDICOMSeriesMetadata GetDatastore GetImageFrame GetImageSet GetImageSetMetadata SearchDICOMInstances SearchDICOMSeries SearchDICOMStudies SearchImageSets",
		"T": "TagResource UntagResource",
		"W": "CopyImageSet CreateDatastore DeleteDatastore DeleteImageSet StartDICOMImportJob StoreDICOM StoreDICOMStudy UpdateImageSetMetadata"
	},
	"memorydb": {
		"R": "DescribeAcls DescribeClusters DescribeEngineVersions DescribeEvents DescribeMultiRegionClusters DescribeMultiRegionParameterGroups DescribeMultiRegionParameters DescribeParameterGroups DescribeParameters DescribeReservedNodes DescribeReservedNodesOfferings DescribeServiceUpdates DescribeSnapshots DescribeSubnetGroups DescribeUsers ListAllowedMultiRegionClusterUpdates ListAllowedNodeTypeUpdates ListTags",
		"T": "TagResource UntagResource",
		"W": "BatchUpdateCluster Connect CopySnapshot CreateAcl CreateCluster CreateMultiRegionCluster CreateParameterGroup CreateSnapshot CreateSubnetGroup CreateUser DeleteAcl DeleteCluster DeleteMultiRegionCluster DeleteParameterGroup DeleteSnapshot DeleteSubnetGroup DeleteUser FailoverShard PauseMultiRegionClusterReplication PurchaseReservedNodesOffering ResetParameterGroup UpdateAcl UpdateCluster UpdateMultiRegionCluster UpdateParameterGroup UpdateSubnetGroup UpdateUser"
	},
	"mgh": {
		"L": "DescribeHomeRegionControls ListApplicationStates ListAutomationRuns ListAutomationUnits ListConnectionRoles ListConnections ListCreatedArtifacts ListDiscoveredResources ListMigrationTaskUpdates ListMigrationTasks ListProgressUpdateStreams ListSourceResources ListTagsForResource",
		"R": "DescribeApplicationState DescribeAutomationRun DescribeAutomationUnit DescribeMigrationTask GetConnection GetHomeRegion",
		"T": "TagResource UntagResource",
		"W": "AcceptConnection AssociateAutomationUnitRole AssociateCreatedArtifact AssociateDiscoveredResource AssociateSourceResource BatchAssociateIamRoleWithConnection BatchDisassociateIamRoleFromConnection CreateAutomationRun CreateAutomationUnit CreateHomeRegionControl CreateProgressUpdateStream DeleteAutomationRun DeleteAutomationUnit DeleteConnection DeleteHomeRegionControl DeleteProgressUpdateStream DisassociateAutomationUnitRole DisassociateCreatedArtifact DisassociateDiscoveredResource DisassociateSourceResource ImportMigrationTask NotifyApplicationState NotifyMigrationTaskState PutResourceAttributes RejectConnection"
	},
	"mgn": {
		"L": "DescribeJobs DescribeLaunchConfigurationTemplates DescribeReplicationConfigurationTemplates DescribeSourceServers DescribeVcenterClients ListApplications ListExportErrors ListExports ListImportErrors ListImportFileEnrichments ListImports ListManagedAccounts ListNetworkMigrationAnalyses ListNetworkMigrationAnalysisResults ListNetworkMigrationCodeGenerationSegments ListNetworkMigrationCodeGenerations ListNetworkMigrationDefinitions ListNetworkMigrationDeployedStacks ListNetworkMigrationDeployedStacksDeletions ListNetworkMigrationDeployments ListNetworkMigrationExecutionArtifacts ListNetworkMigrationExecutions ListNetworkMigrationMapperSegmentConstructs ListNetworkMigrationMapperSegments ListNetworkMigrationMappingUpdates ListNetworkMigrationMappings ListSourceServerActions ListTemplateActions ListWaves",
		"R": "DescribeJobLogItems DescribeReplicationServerAssociationsForMgn DescribeSnapshotRequestsForMgn GetAccountSettings GetAgentCommandForMgn GetAgentConfirmedResumeInfoForMgn GetAgentInstallationAssetsForMgn GetAgentReplicationInfoForMgn GetAgentRuntimeConfigurationForMgn GetAgentSnapshotCreditsForMgn GetChannelCommandsForMgn GetLaunchConfiguration GetNetworkMigrationDefinition GetNetworkMigrationMapperSegmentConstruct GetReplicationConfiguration GetVcenterClientCommandsForMgn ListConnectors ListTagsForResource VerifyClientRoleForMgn",
		"T": "TagResource UntagResource",
		"W": "ArchiveApplication ArchiveWave AssociateApplications AssociateSourceServers BatchCreateVolumeSnapshotGroupForMgn BatchDeleteSnapshotRequestForMgn ChangeServerLifeCycleState CreateApplication CreateConnector CreateLaunchConfigurationTemplate CreateNetworkMigrationDefinition CreateReplicationConfigurationTemplate CreateVcenterClientForMgn CreateWave DeleteApplication DeleteConnector DeleteJob DeleteLaunchConfigurationTemplate DeleteNetworkMigrationDefinition DeleteReplicationConfigurationTemplate DeleteSourceServer DeleteVcenterClient DeleteWave DisassociateApplications DisassociateSourceServers DisconnectFromService FinalizeCutover InitializeService IssueClientCertificateForMgn MarkAsArchived NotifyAgentAuthenticationForMgn NotifyAgentConnectedForMgn NotifyAgentDisconnectedForMgn NotifyAgentReplicationProgressForMgn NotifyVcenterClientStartedForMgn PauseReplication PutSourceServerAction PutTemplateAction RegisterAgentForMgn RemoveSourceServerAction RemoveTemplateAction ResumeReplication RetryDataReplication SendAgentLogsForMgn SendAgentMetricsForMgn SendChannelCommandResultForMgn SendClientLogsForMgn SendClientMetricsForMgn SendVcenterClientCommandResultForMgn SendVcenterClientLogsForMgn SendVcenterClientMetricsForMgn StartCutover StartExport StartImport StartImportFileEnrichment StartNetworkMigrationAnalysis StartNetworkMigrationCodeGeneration StartNetworkMigrationDeployedStacksDeletion StartNetworkMigrationDeployment StartNetworkMigrationMapping StartNetworkMigrationMappingUpdate StartReplication StartSnapshotGroupForMgn StartTest StopReplication TerminateTargetInstances UnarchiveApplication UnarchiveWave UpdateAccountSettings UpdateAgentBacklogForMgn UpdateAgentConversionInfoForMgn UpdateAgentReplicationInfoForMgn UpdateAgentReplicationProcessStateForMgn UpdateAgentSourcePropertiesForMgn UpdateApplication UpdateConnector UpdateLaunchConfiguration UpdateLaunchConfigurationTemplate UpdateNetworkMigrationDefinition UpdateNetworkMigrationMapperSegment UpdateNetworkMigrationMapperSegmentConstruct UpdateReplicationConfiguration UpdateReplicationConfigurationTemplate UpdateSourceServer UpdateSourceServerReplicationType UpdateWave"
	},
	"migrationhub-orchestrator": {
		"L": "ListPlugins ListTemplateStepGroups ListTemplateSteps ListTemplates ListWorkflowStepGroups ListWorkflowSteps ListWorkflows",
		"R": "GetMessage GetTemplate GetTemplateStep GetTemplateStepGroup GetWorkflow GetWorkflowStep GetWorkflowStepGroup ListTagsForResource",
		"T": "TagResource UntagResource",
		"W": "CreateTemplate CreateWorkflow CreateWorkflowStep CreateWorkflowStepGroup DeleteTemplate DeleteWorkflow DeleteWorkflowStep DeleteWorkflowStepGroup RegisterPlugin RetryWorkflowStep SendMessage StartWorkflow StopWorkflow UpdateTemplate UpdateWorkflow UpdateWorkflowStep UpdateWorkflowStepGroup"
	},
	"migrationhub-strategy": {
		"L": "ListAnalyzableServers ListAntiPatterns ListApplicationComponents ListCollectors ListImportFileTask ListJarArtifacts ListServers",
		"R": "GetAntiPattern GetApplicationComponentDetails GetApplicationComponentStrategies GetAssessment GetImportFileTask GetLatestAssessmentId GetMessage GetPortfolioPreferences GetPortfolioSummary GetRecommendationReportDetails GetServerDetails GetServerStrategies",
		"W": "PutLogData PutMetricData PutPortfolioPreferences RegisterCollector SendMessage StartAssessment StartImportFileTask StartRecommendationReportGeneration StopAssessment UpdateApplicationComponentConfig UpdateCollectorConfiguration UpdateServerConfig"
	},
	"mobileanalytics": {
		"R": "GetFinancialReports GetReports",
		"W": "PutEvents"
	},
	"mobiletargeting": {
		"L": "GetApplicationSettings GetCampaignActivities GetCampaignVersions GetCampaigns GetChannels GetExportJobs GetImportJobs GetJourneyRuns GetRecommenderConfigurations GetSegmentExportJobs GetSegmentImportJobs GetSegmentVersions GetSegments ListJourneys ListTemplateVersions ListTemplates",
		"R": "GetAdmChannel GetApnsChannel GetApnsSandboxChannel GetApnsVoipChannel GetApnsVoipSandboxChannel GetApp GetApplicationDateRangeKpi GetApps GetBaiduChannel GetCampaign GetCampaignDateRangeKpi GetCampaignVersion GetEmailChannel GetEmailTemplate GetEndpoint GetEventStream GetExportJob GetGcmChannel GetImportJob GetInAppMessages GetInAppTemplate GetJourney GetJourneyDateRangeKpi GetJourneyExecutionActivityMetrics GetJourneyExecutionMetrics GetJourneyRunExecutionActivityMetrics GetJourneyRunExecutionMetrics GetPushTemplate GetRecommenderConfiguration GetReports GetSegment GetSegmentVersion GetSmsChannel GetSmsTemplate GetUserEndpoints GetVoiceChannel GetVoiceTemplate ListTagsForResource PhoneNumberValidate",
		"T": "TagResource UntagResource",
		"W": "CreateApp CreateCampaign CreateEmailTemplate CreateExportJob CreateImportJob CreateInAppTemplate CreateJourney CreatePushTemplate CreateRecommenderConfiguration CreateSegment CreateSmsTemplate CreateVoiceTemplate DeleteAdmChannel DeleteApnsChannel DeleteApnsSandboxChannel DeleteApnsVoipChannel DeleteApnsVoipSandboxChannel DeleteApp DeleteBaiduChannel DeleteCampaign DeleteEmailChannel DeleteEmailTemplate DeleteEndpoint DeleteEventStream DeleteGcmChannel DeleteInAppTemplate DeleteJourney DeletePushTemplate DeleteRecommenderConfiguration DeleteSegment DeleteSmsChannel DeleteSmsTemplate DeleteUserEndpoints DeleteVoiceChannel DeleteVoiceTemplate PutEventStream PutEvents RemoveAttributes SendMessages SendOTPMessage SendUsersMessages UpdateAdmChannel UpdateApnsChannel UpdateApnsSandboxChannel UpdateApnsVoipChannel UpdateApnsVoipSandboxChannel UpdateApplicationSettings UpdateBaiduChannel UpdateCampaign UpdateEmailChannel UpdateEmailTemplate UpdateEndpoint UpdateEndpointsBatch UpdateGcmChannel UpdateInAppTemplate UpdateJourney UpdateJourneyState UpdatePushTemplate UpdateRecommenderConfiguration UpdateSegment UpdateSmsChannel UpdateSmsTemplate UpdateTemplateActiveVersion UpdateVoiceChannel UpdateVoiceTemplate VerifyOTPMessage"
	},
	"monitron": {
		"L": "ListProjectUserAssociations ListProjects ListUserAccessRoleAssociations",
		"P": "AssociateProjectAdminUser CreateProjectUserAssociation CreateUserAccessRoleAssociation DeleteProjectUserAssociation DeleteUserAccessRoleAssociation DisassociateProjectAdminUser ListProjectAdminUsers",
		"R": "GetProject GetProjectAdminUser ListTagsForResource",
		"T": "TagResource UntagResource",
		"W": "CreateProject DeleteProject UpdateProject"
	},
	"mpa": {
		"L": "ListApprovalTeams ListIdentitySources ListPolicies ListPolicyVersions ListResourcePolicies ListSessions ListTagsForResource",
		"P": "DeleteResourcePolicy PutResourcePolicy",
		"R": "GetApprovalTeam GetIdentitySource GetPolicyVersion GetResourcePolicy GetSession",
		"T": "TagResource UntagResource",
		"W": "CancelSession CreateApprovalTeam CreateIdentitySource DeleteIdentitySource DeleteInactiveApprovalTeamVersion StartActiveApprovalTeamDeletion StartApprovalTeamBaseline StartSession UpdateApprovalTeam"
	},
	"mq": {
		"L": "ListBrokers ListConfigurationRevisions ListConfigurations ListTags ListUsers",
		"R": "DescribeBroker DescribeBrokerEngineTypes DescribeBrokerInstanceOptions DescribeConfiguration DescribeConfigurationRevision DescribeSharedResources DescribeUser",
		"T": "CreateTags DeleteTags",
		"W": "CreateBroker CreateConfiguration CreateReplicaBroker CreateUser DeleteBroker DeleteConfiguration DeleteUser Promote RebootBroker UpdateBroker UpdateBrokerAccessConfiguration UpdateConfiguration UpdateUser"
	},
	"neptune-db": {
		"L": "ListLoaderJobs ListMLDataProcessingJobs ListMLEndpoints ListMLModelTrainingJobs ListMLModelTransformJobs",
		"R": "GetEngineStatus GetGraphSummary GetLoaderJobStatus GetMLDataProcessingJobStatus GetMLEndpointStatus GetMLModelTrainingJobStatus GetMLModelTransformJobStatus GetQueryStatus GetStatisticsStatus GetStreamRecords ReadDataViaQuery",
		"W": "CancelLoaderJob CancelMLDataProcessingJob CancelMLModelTrainingJob CancelMLModelTransformJob CancelQuery CreateMLEndpoint DeleteDataViaQuery DeleteMLEndpoint DeleteStatistics ManageStatistics ResetDatabase StartLoaderJob StartMLDataProcessingJob StartMLModelTrainingJob StartMLModelTransformJob WriteDataViaQuery connect"
	},
	"neptune-graph": {
		"R": "GetEngineStatus GetExportTask GetGraph GetGraphSnapshot GetGraphSummary GetImportTask GetPrivateGraphEndpoint GetQueryStatus GetStatisticsStatus ListExportTasks ListGraphSnapshots ListGraphs ListImportTasks ListPrivateGraphEndpoints ListQueries ListTagsForResource ReadDataViaQuery",
		"T": "TagResource UntagResource",
		"W": "CancelExportTask CancelImportTask CancelQuery CreateGraph CreateGraphSnapshot CreateGraphUsingImportTask CreatePrivateGraphEndpoint DeleteDataViaQuery DeleteGraph DeleteGraphSnapshot DeletePrivateGraphEndpoint ResetGraph RestoreGraphFromSnapshot StartExportTask StartGraph StartImportTask StopGraph UpdateGraph WriteDataViaQuery"
	},
	"network-firewall": {
		"L": "ListAnalysisReports ListContainerAssociations ListFirewallPolicies ListFirewalls ListFlowOperations ListProxies ListProxyConfigurations ListProxyRuleGroups ListRuleGroups ListTLSInspectionConfigurations ListTagsForResource ListVpcEndpointAssociations",
		"R": "DescribeContainerAssociation DescribeFirewall DescribeFirewallMetadata DescribeFirewallPolicy DescribeFlowOperation DescribeLoggingConfiguration DescribeProxy DescribeProxyConfiguration DescribeProxyRule DescribeProxyRuleGroup DescribeResourcePolicy DescribeRuleGroup DescribeRuleGroupMetadata DescribeRuleGroupSummary DescribeTLSInspectionConfiguration DescribeVpcEndpointAssociation GetAnalysisReportResults ListFlowOperationResults",
		"T": "TagResource UntagResource",
		"W": "AcceptNetworkFirewallTransitGatewayAttachment AssociateAvailabilityZones AssociateFirewallPolicy AssociateSubnets AttachRuleGroupsToProxyConfiguration CreateContainerAssociation CreateFirewall CreateFirewallPolicy CreateProxy CreateProxyConfiguration CreateProxyRuleGroup CreateProxyRules CreateRuleGroup CreateTLSInspectionConfiguration CreateVpcEndpointAssociation DeleteContainerAssociation DeleteFirewall DeleteFirewallPolicy DeleteNetworkFirewallTransitGatewayAttachment DeleteProxy DeleteProxyConfiguration DeleteProxyRuleGroup DeleteProxyRules DeleteResourcePolicy DeleteRuleGroup DeleteTLSInspectionConfiguration DeleteVpcEndpointAssociation DetachRuleGroupsFromProxyConfiguration DisassociateAvailabilityZones DisassociateSubnets PutResourcePolicy RejectNetworkFirewallTransitGatewayAttachment StartAnalysisReport StartFlowCapture StartFlowFlush UpdateAvailabilityZoneChangeProtection UpdateContainerAssociation UpdateFirewallAnalysisSettings UpdateFirewallDeleteProtection UpdateFirewallDescription UpdateFirewallEncryptionConfiguration UpdateFirewallPolicy UpdateFirewallPolicyChangeProtection UpdateLoggingConfiguration UpdateProxy UpdateProxyConfiguration UpdateProxyRule UpdateProxyRuleGroupPriorities UpdateProxyRulePriorities UpdateRuleGroup UpdateSubnetChangeProtection UpdateTLSInspectionConfiguration"
	},
	"network-security-director": {
		"L": "ListAccountSummaries ListFindings ListInsights ListRemediations ListResources",
		"R": "GetFinding GetResource",
		"W": "UpdateFinding"
	},
	"network-security-manager": {
		"L": "ListAdminAccounts ListDeployments ListPolicies ListRules ListScopes ListTemplates",
		"R": "GetAdminAccount GetDeployment GetPolicy GetRule GetScope GetTemplate ListAggregateResourceSynchronizationStatuses ListDeploymentSnapshots ListPolicySnapshots ListResourceAssociations ListResourceSynchronizationStatuses ListRuleSnapshots ListScopeSnapshots ListTagsForResource ListTemplateSnapshots",
		"T": "TagResource UntagResource",
		"W": "CreateDeployment CreateDeploymentSnapshot CreatePolicy CreatePolicySnapshot CreateRule CreateRuleSnapshot CreateScope CreateScopeSnapshot CreateTemplate CreateTemplateSnapshot DeleteAdminAccount DeleteDeployment DeletePolicy DeleteRule DeleteScope DeleteTemplate GenerateRuleConfiguration PutAdminAccount UpdateDeployment UpdatePolicy UpdateRule UpdateScope UpdateTemplate"
	},
	"networkflowmonitor": {
		"L": "ListMonitors ListScopes",
		"R": "GetMonitor GetQueryResultsMonitorTopContributors GetQueryResultsWorkloadInsightsTopContributors GetQueryResultsWorkloadInsightsTopContributorsData GetQueryStatusMonitorTopContributors GetQueryStatusWorkloadInsightsTopContributors GetQueryStatusWorkloadInsightsTopContributorsData GetScope ListTagsForResource",
		"T": "TagResource UntagResource",
		"W": "CreateMonitor CreateScope DeleteMonitor DeleteScope Publish StartQueryMonitorTopContributors StartQueryWorkloadInsightsTopContributors StartQueryWorkloadInsightsTopContributorsData StopQueryMonitorTopContributors StopQueryWorkloadInsightsTopContributors StopQueryWorkloadInsightsTopContributorsData UpdateMonitor UpdateScope"
	},
	"networkmanager": {
		"L": "DescribeGlobalNetworks GetConnections GetCustomerGatewayAssociations GetDevices GetLinkAssociations GetLinks GetSites GetTransitGatewayConnectPeerAssociations GetTransitGatewayRegistrations ListAttachmentRoutingPolicyAssociations ListAttachments ListConnectPeers ListCoreNetworkPolicyVersions ListCoreNetworkPrefixListAssociations ListCoreNetworkRoutingInformation ListCoreNetworks ListOrganizationServiceAccessStatus ListPeerings",
		"P": "DeleteResourcePolicy PutResourcePolicy StartOrganizationServiceAccessUpdate",
		"R": "GetConnectAttachment GetConnectPeer GetConnectPeerAssociations GetCoreNetwork GetCoreNetworkChangeEvents GetCoreNetworkChangeSet GetCoreNetworkPolicy GetDirectConnectGatewayAttachment GetNetworkResourceCounts GetNetworkResourceRelationships GetNetworkResources GetNetworkRoutes GetNetworkTelemetry GetResourcePolicy GetRouteAnalysis GetSiteToSiteVpnAttachment GetTransitGatewayPeering GetTransitGatewayRouteTableAttachment GetVpcAttachment ListTagsForResource",
		"T": "TagResource UntagResource",
		"W": "AcceptAttachment AssociateConnectPeer AssociateCustomerGateway AssociateLink AssociateTransitGatewayConnectPeer CreateConnectAttachment CreateConnectPeer CreateConnection CreateCoreNetwork CreateCoreNetworkPrefixListAssociation CreateDevice CreateDirectConnectGatewayAttachment CreateGlobalNetwork CreateLink CreateSite CreateSiteToSiteVpnAttachment CreateTransitGatewayPeering CreateTransitGatewayRouteTableAttachment CreateVpcAttachment DeleteAttachment DeleteConnectPeer DeleteConnection DeleteCoreNetwork DeleteCoreNetworkPolicyVersion DeleteCoreNetworkPrefixListAssociation DeleteDevice DeleteGlobalNetwork DeleteLink DeletePeering DeleteSite DeregisterTransitGateway DisassociateConnectPeer DisassociateCustomerGateway DisassociateLink DisassociateTransitGatewayConnectPeer ExecuteCoreNetworkChangeSet PutAttachmentRoutingPolicyLabel PutCoreNetworkPolicy RegisterTransitGateway RejectAttachment RemoveAttachmentRoutingPolicyLabel RestoreCoreNetworkPolicyVersion StartRouteAnalysis UpdateConnection UpdateCoreNetwork UpdateDevice UpdateDirectConnectGatewayAttachment UpdateGlobalNetwork UpdateLink UpdateNetworkResourceMetadata UpdateSite UpdateVpcAttachment"
	},
	"networkmanager-chat": {
		"L": "ListConversationMessages ListConversations",
		"W": "CancelMessageResponse CreateConversation DeleteConversation NotifyConversationIsActive SendConversationMessage"
	},
	"networkmonitor": {
		"L": "ListMonitors",
		"R": "GetMonitor GetProbe ListTagsForResource",
		"T": "TagResource UntagResource",
		"W": "CreateMonitor CreateProbe DeleteMonitor DeleteProbe UpdateMonitor UpdateProbe"
	},
	"nimble": {
		"R": "GetEula GetFeatureMap GetLaunchProfile GetLaunchProfileDetails GetLaunchProfileInitialization GetLaunchProfileMember GetStreamingImage GetStreamingSession GetStreamingSessionBackup GetStreamingSessionStream GetStudio GetStudioComponent GetStudioMember ListEulaAcceptances ListEulas ListLaunchProfileMembers ListLaunchProfiles ListStreamingImages ListStreamingSessionBackups ListStreamingSessions ListStudioComponents ListStudioMembers ListStudios ListTagsForResource",
		"T": "TagResource UntagResource",
		"W": "AcceptEulas CreateLaunchProfile CreateStreamingImage CreateStreamingSession CreateStreamingSessionStream CreateStudio CreateStudioComponent DeleteLaunchProfile DeleteLaunchProfileMember DeleteStreamingImage DeleteStreamingSession DeleteStudio DeleteStudioComponent DeleteStudioMember PutLaunchProfileMembers PutStudioLogEvents PutStudioMembers StartStreamingSession StartStudioSSOConfigurationRepair StopStreamingSession UpdateLaunchProfile UpdateLaunchProfileMember UpdateStreamingImage UpdateStudio UpdateStudioComponent"
	},
	"notifications": {
		"L": "ListChannels ListEventRules ListManagedNotificationChannelAssociations ListManagedNotificationChildEvents ListManagedNotificationConfigurations ListManagedNotificationEvents ListMemberAccounts ListNotificationConfigurations ListNotificationEvents ListNotificationHubs ListOrganizationalUnits ListTagsForResource",
		"P": "DisableNotificationsAccessForOrganization EnableNotificationsAccessForOrganization",
		"R": "AccessSensitiveEvents GetEventRule GetFeatureOptInStatus GetManagedNotificationChildEvent GetManagedNotificationConfiguration GetManagedNotificationEvent GetNotificationConfiguration GetNotificationEvent GetNotificationsAccessForOrganization",
		"T": "TagResource UntagResource",
		"W": "AssociateChannel AssociateManagedNotificationAccountContact AssociateManagedNotificationAdditionalChannel AssociateOrganizationalUnit CreateEventRule CreateNotificationConfiguration DeleteEventRule DeleteNotificationConfiguration DeregisterNotificationHub DisassociateChannel DisassociateManagedNotificationAccountContact DisassociateManagedNotificationAdditionalChannel DisassociateOrganizationalUnit PutFeatureOptInStatus RegisterNotificationHub SubscribeSensitiveEvents UpdateEventRule UpdateManagedNotificationChannelAssociation UpdateNotificationConfiguration"
	},
	"notifications-contacts": {
		"L": "ListEmailContacts",
		"R": "GetEmailContact ListTagsForResource",
		"T": "TagResource UntagResource",
		"W": "ActivateEmailContact CreateEmailContact DeleteEmailContact SendActivationCode"
	},
	"nova-act": {
		"L": "ListWorkflowDefinitions ListWorkflowRuns",
		"R": "GetWorkflowDefinition GetWorkflowRun ListActs ListModels ListSessions",
		"W": "CreateAct CreateSession CreateWorkflowDefinition CreateWorkflowRun DeleteWorkflowDefinition DeleteWorkflowRun InvokeActStep UpdateAct UpdateWorkflowRun"
	},
	"oam": {
		"R": "GetLink GetSink GetSinkPolicy ListAttachedLinks ListLinks ListSinks ListTagsForResource",
		"T": "TagResource UntagResource",
		"W": "CreateLink CreateSink DeleteLink DeleteSink PutSinkPolicy UpdateLink"
	},
	"observabilityadmin": {
		"L": "ListCentralizationRulesForOrganization ListDatasetIntegrations ListS3TableIntegrations ListTagsForResource ListTelemetryPipelines ListTelemetryRules ListTelemetryRulesForOrganization",
		"R": "GetCentralizationRuleForOrganization GetDatasetIntegration GetS3TableIntegration GetTelemetryEnrichmentStatus GetTelemetryEvaluationStatus GetTelemetryEvaluationStatusForOrganization GetTelemetryPipeline GetTelemetryRule GetTelemetryRuleForOrganization ListResourceTelemetry ListResourceTelemetryForOrganization TestTelemetryPipeline ValidateTelemetryPipelineConfiguration",
		"T": "TagResource UntagResource",
		"W": "CreateCentralizationRuleForOrganization CreateDatasetIntegration CreateS3TableIntegration CreateTelemetryPipeline CreateTelemetryRule CreateTelemetryRuleForOrganization DeleteCentralizationRuleForOrganization DeleteDatasetIntegration DeleteS3TableIntegration DeleteTelemetryPipeline DeleteTelemetryRule DeleteTelemetryRuleForOrganization StartTelemetryEnrichment StartTelemetryEvaluation StartTelemetryEvaluationForOrganization StopTelemetryEnrichment StopTelemetryEvaluation StopTelemetryEvaluationForOrganization UpdateCentralizationRuleForOrganization UpdateDatasetIntegration UpdateTelemetryPipeline UpdateTelemetryRule UpdateTelemetryRuleForOrganization"
	},
	"odb": {
		"L": "ListAutonomousDatabaseBackups ListAutonomousDatabaseCharacterSets ListAutonomousDatabaseClones ListAutonomousDatabasePeers ListAutonomousDatabaseVersions ListAutonomousDatabases ListAutonomousVirtualMachines ListCloudAutonomousVmClusters ListCloudExadataInfrastructures ListCloudVmClusters ListDbNodes ListDbServers ListDbSystemShapes ListExadbVmClusters ListExascaleDbStorageVaults ListFlexComponents ListGiMinorVersions ListGiVersions ListOdbNetworks ListOdbPeeringConnections ListSystemVersions",
		"R": "GetAutonomousDatabase GetAutonomousDatabaseBackup GetAutonomousDatabaseWalletDetails GetCloudAutonomousVmCluster GetCloudExadataInfrastructure GetCloudExadataInfrastructureUnallocatedResources GetCloudVmCluster GetDbNode GetDbServer GetExadbVmCluster GetExascaleDbStorageVault GetOciOnboardingStatus GetOdbNetwork GetOdbPeeringConnection GetResourcePolicy ListTagsForResource",
		"T": "TagResource UntagResource",
		"W": "AcceptMarketplaceRegistration AssociateIamRoleToResource AssociateVirtualMachinesToExadbVmCluster CreateAutonomousDatabase CreateAutonomousDatabaseBackup CreateAutonomousDatabaseWallet CreateCloudAutonomousVmCluster CreateCloudExadataInfrastructure CreateCloudVmCluster CreateDbNode CreateExadbVmCluster CreateExascaleDbStorageVault CreateGrantShare CreateOdbNetwork CreateOdbPeeringConnection CreateOutboundIntegration DeleteAutonomousDatabase DeleteAutonomousDatabaseBackup DeleteCloudAutonomousVmCluster DeleteCloudExadataInfrastructure DeleteCloudVmCluster DeleteDbNode DeleteExadbVmCluster DeleteExascaleDbStorageVault DeleteGrantShare DeleteOdbNetwork DeleteOdbPeeringConnection DeleteResourcePolicy DisassociateIamRoleFromResource DisassociateVirtualMachinesFromExadbVmCluster FailoverAutonomousDatabase InitializeService PutResourcePolicy RebootAutonomousDatabase RebootDbNode RestoreAutonomousDatabase ShrinkAutonomousDatabase StartAutonomousDatabase StartDbNode StopAutonomousDatabase StopDbNode SwitchoverAutonomousDatabase UpdateAutonomousDatabase UpdateAutonomousDatabaseBackup UpdateCloudExadataInfrastructure UpdateExadbVmCluster UpdateExascaleDbStorageVault UpdateGrantShare UpdateOdbNetwork UpdateOdbPeeringConnection UpdateOutboundIntegration"
	},
	"omics": {
		"L": "ListAnnotationImportJobs ListAnnotationStoreVersions ListAnnotationStores ListBatch ListConfigurations ListMultipartReadSetUploads ListReadSetActivationJobs ListReadSetExportJobs ListReadSetImportJobs ListReadSetUploadParts ListReadSets ListReferenceImportJobs ListReferenceStores ListReferences ListRunCaches ListRunGroups ListRunTasks ListRuns ListRunsInBatch ListSequenceStores ListShares ListTagsForResource ListVariantImportJobs ListVariantStores ListWorkflowVersions ListWorkflows",
		"R": "GetAnnotationImportJob GetAnnotationStore GetAnnotationStoreVersion GetBatch GetConfiguration GetReadSet GetReadSetActivationJob GetReadSetExportJob GetReadSetImportJob GetReadSetMetadata GetReference GetReferenceImportJob GetReferenceMetadata GetReferenceStore GetRun GetRunCache GetRunGroup GetRunTask GetS3AccessPolicy GetSequenceStore GetShare GetVariantImportJob GetVariantStore GetWorkflow GetWorkflowVersion",
		"T": "TagResource UntagResource",
		"W": "AbortMultipartReadSetUpload AcceptShare BatchDeleteReadSet CancelAnnotationImportJob CancelRun CancelRunBatch CancelVariantImportJob CompleteMultipartReadSetUpload CreateAnnotationStore CreateAnnotationStoreVersion CreateConfiguration CreateMultipartReadSetUpload CreateReferenceStore CreateRunCache CreateRunGroup CreateSequenceStore CreateShare CreateVariantStore CreateWorkflow CreateWorkflowVersion DeleteAnnotationStore DeleteAnnotationStoreVersions DeleteBatch DeleteConfiguration DeleteReference DeleteReferenceStore DeleteRun DeleteRunBatch DeleteRunCache DeleteRunGroup DeleteS3AccessPolicy DeleteSequenceStore DeleteShare DeleteVariantStore DeleteWorkflow DeleteWorkflowVersion PutS3AccessPolicy StartAnnotationImportJob StartReadSetActivationJob StartReadSetExportJob StartReadSetImportJob StartReferenceImportJob StartRun StartRunBatch StartVariantImportJob UpdateAnnotationStore UpdateAnnotationStoreVersion UpdateRunCache UpdateRunGroup UpdateSequenceStore UpdateVariantStore UpdateWorkflow UpdateWorkflowVersion UploadReadSetPart"
	},
	"one": {
		"L": "ListDeviceConfigurationTemplates ListDeviceInstances ListSites ListUsers ListUsersV1",
		"R": "GetDeviceConfigurationTemplate GetDeviceInstance GetDeviceInstanceConfiguration GetSite GetSiteAddress ListTagsForResource",
		"T": "TagResource UntagResource",
		"W": "CreateDeviceActivationQrCode CreateDeviceConfigurationTemplate CreateDeviceInstance CreateDeviceInstanceConfiguration CreateSite DeleteAssociatedDevice DeleteDeviceConfigurationTemplate DeleteDeviceInstance DeleteSite DeleteUserV1 RebootDevice UpdateDeviceConfigurationTemplate UpdateDeviceInstance UpdateSite UpdateSiteAddress"
	},
	"opensearch": {
		"L": "ListAutoOptimizeJobs",
		"P": "ApplicationAccessAll ViewLoginPage",
		"R": "GetAutoOptimizeJob GetDirectQuery GetDirectQueryResult",
		"W": "CancelAutoOptimizeJob CancelDirectQuery DeleteAutoOptimizeJob StartDirectQuery SubmitAutoOptimizeJob"
	},
	"opsworks": {
		"L": "DescribeAgentVersions DescribeApps DescribeCommands DescribeDeployments DescribeEcsClusters DescribeElasticIps DescribeElasticLoadBalancers DescribeInstances DescribeLayers DescribeLoadBasedAutoScaling DescribeMyUserProfile DescribeOperatingSystems DescribePermissions DescribeRaidArrays DescribeRdsDbInstances DescribeServiceErrors DescribeStackProvisioningParameters DescribeStackSummary DescribeStacks DescribeTimeBasedAutoScaling DescribeUserProfiles DescribeVolumes ListTags",
		"P": "SetPermission UpdateUserProfile",
		"R": "GetHostnameSuggestion",
		"T": "TagResource UntagResource",
		"W": "AssignInstance AssignVolume AssociateElasticIp AttachElasticLoadBalancer CloneStack CreateApp CreateDeployment CreateInstance CreateLayer CreateStack CreateUserProfile DeleteApp DeleteInstance DeleteLayer DeleteStack DeleteUserProfile DeregisterEcsCluster DeregisterElasticIp DeregisterInstance DeregisterRdsDbInstance DeregisterVolume DetachElasticLoadBalancer DisassociateElasticIp GrantAccess RebootInstance RegisterEcsCluster RegisterElasticIp RegisterInstance RegisterRdsDbInstance RegisterVolume SetLoadBasedAutoScaling SetTimeBasedAutoScaling StartInstance StartStack StopInstance StopStack UnassignInstance UnassignVolume UpdateApp UpdateElasticIp UpdateInstance UpdateLayer UpdateMyUserProfile UpdateRdsDbInstance UpdateStack UpdateVolume"
	},
	"opsworks-cm": {
		"L": "DescribeAccountAttributes DescribeBackups DescribeEvents DescribeNodeAssociationStatus DescribeServers",
		"R": "ExportServerEngineAttribute ListTagsForResource",
		"T": "TagResource UntagResource",
		"W": "AssociateNode CreateBackup CreateServer DeleteBackup DeleteServer DisassociateNode RestoreServer StartMaintenance UpdateServer UpdateServerEngineAttributes"
	},
	"organizations": {
		"L": "ListAWSServiceAccessForOrganization ListAccounts ListAccountsForParent ListAccountsWithInvalidEffectivePolicy ListChildren ListCreateAccountStatus ListDelegatedAdministrators ListDelegatedServicesForAccount ListEffectivePolicyValidationErrors ListHandshakesForAccount ListHandshakesForOrganization ListInboundResponsibilityTransfers ListOrganizationalUnitsForParent ListOutboundResponsibilityTransfers ListParents ListPolicies ListPoliciesForTarget ListRoots ListTagsForResource ListTargetsForPolicy",
		"P": "AttachPolicy DeleteResourcePolicy DetachPolicy PutResourcePolicy UpdatePolicy",
		"R": "DescribeAccount DescribeCreateAccountStatus DescribeEffectivePolicy DescribeHandshake DescribeOrganization DescribeOrganizationalUnit DescribePolicy DescribeResourcePolicy DescribeResponsibilityTransfer",
		"T": "TagResource UntagResource",
		"W": "AcceptHandshake CancelHandshake CloseAccount CreateAccount CreateGovCloudAccount CreateOrganization CreateOrganizationalUnit CreatePolicy DeclineHandshake DeleteOrganization DeleteOrganizationalUnit DeletePolicy DeregisterDelegatedAdministrator DisableAWSServiceAccess DisablePolicyType EnableAWSServiceAccess EnableAllFeatures EnablePolicyType InviteAccountToOrganization InviteOrganizationToTransferResponsibility LeaveOrganization MoveAccount RegisterDelegatedAdministrator RemoveAccountFromOrganization TerminateResponsibilityTransfer UpdateOrganizationalUnit UpdateResponsibilityTransfer"
	},
	"osis": {
		"L": "ListPipelineBlueprints ListPipelineEndpointConnections ListPipelineEndpoints ListPipelines",
		"R": "GetPipeline GetPipelineBlueprint GetPipelineChangeProgress GetResourcePolicy ListTagsForResource ValidatePipeline",
		"T": "TagResource UntagResource",
		"W": "CreatePipeline CreatePipelineEndpoint DeletePipeline DeletePipelineEndpoint DeleteResourcePolicy Ingest PutResourcePolicy RevokePipelineEndpointConnections StartPipeline StopPipeline UpdatePipeline"
	},
	"outposts": {
		"L": "ListAssetInstances ListAssets ListBlockingInstancesForCapacityTask ListCapacityTasks ListCatalogItems ListOrderableInstanceTypes ListOrders ListOutposts ListQuotes ListSites",
		"R": "GetCapacityTask GetCatalogItem GetConnection GetOrder GetOutpost GetOutpostBillingInformation GetOutpostInstanceTypes GetOutpostSupportedInstanceTypes GetPrivateConnectivityConfig GetQuote GetRenewalPricing GetSite GetSiteAddress ListTagsForResource",
		"T": "TagResource UntagResource",
		"W": "CancelCapacityTask CancelOrder CreateOrder CreateOutpost CreatePrivateConnectivityConfig CreateQuote CreateRenewal CreateSite DeleteOutpost DeleteQuote DeleteSite StartCapacityTask StartConnection UpdateOutpost UpdateQuote UpdateSite UpdateSiteAddress UpdateSiteRackPhysicalProperties"
	},
	"panorama": {
		"L": "ListApplicationInstanceDependencies ListApplicationInstanceNodeInstances ListApplicationInstances ListDevices ListDevicesJobs ListNodeFromTemplateJobs ListNodes ListPackageImportJobs ListPackages",
		"R": "DescribeApplicationInstance DescribeApplicationInstanceDetails DescribeDevice DescribeDeviceJob DescribeNode DescribeNodeFromTemplateJob DescribePackage DescribePackageImportJob DescribePackageVersion DescribeSoftware GetWebSocketURL ListTagsForResource",
		"T": "TagResource UntagResource",
		"W": "CreateApplicationInstance CreateJobForDevices CreateNodeFromTemplateJob CreatePackage CreatePackageImportJob DeleteDevice DeletePackage DeregisterPackageVersion ProvisionDevice RegisterPackageVersion RemoveApplicationInstance SignalApplicationInstanceNodeInstances UpdateDeviceMetadata"
	},
	"partnercentral": {
		"L": "ListBenefitAllocations ListBenefitApplications ListBenefits ListBusinessPlans ListChannelHandshakes ListCollaborationChannels ListConnectionInvitations ListConnections ListEngagementByAcceptingInvitationTasks ListEngagementFromOpportunityTasks ListEngagementInvitations ListEngagements ListMarketplaceRevenueShareAllocations ListMarketplaceRevenueShares ListOpportunities ListOpportunityFromEngagementTasks ListPartnerPaths ListPartners ListProgramManagementAccounts ListProspectingFromEngagementTasks ListRelationships ListResourceSnapshotJobs ListResourceSnapshots ListRevenueAttributionAllocations ListRevenueAttributions ListSolutions SearchPartnerProfiles",
		"R": "GetAllianceLeadContact GetAwsOpportunitySummary GetBenefit GetBenefitAllocation GetBenefitApplication GetBusinessPlan GetCollaborationChannel GetConnection GetConnectionInvitation GetConnectionPreferences GetEngagement GetEngagementInvitation GetMarketplaceRevenueShare GetMarketplaceRevenueShareAllocation GetOpportunity GetPartner GetPartnerDashboard GetPartnerProfile GetProfileUpdateTask GetProfileVisibility GetProgramManagementAccount GetProspectingFromEngagementTask GetQualificationsAssociationDetails GetQualificationsAssociationTask GetQualificationsDisassociationTask GetRelationship GetResourceSnapshot GetResourceSnapshotJob GetRevenueAttribution GetRevenueAttributionAllocation GetRevenueAttributionAllocationsTask GetSellingSystemSettings GetVerification ListEngagementMembers ListEngagementResourceAssociations ListTagsForResource",
		"T": "TagResource UntagResource",
		"W": "AcceptChannelHandshake AcceptConnectionInvitation AcceptEngagementInvitation AmendBenefitApplication AssignOpportunity AssociateAwsTrainingCertificationEmailDomain AssociateBenefitApplicationResource AssociateOpportunity CancelBenefitApplication CancelChannelHandshake CancelConnection CancelConnectionInvitation CancelProfileUpdateTask CreateBenefitApplication CreateBusinessPlan CreateChannelHandshake CreateCollaborationChannelMembers CreateCollaborationChannelRequest CreateConnectionInvitation CreateEngagement CreateEngagementContext CreateEngagementInvitation CreateMarketplaceRevenueShare CreateMarketplaceRevenueShareAllocation CreateOpportunity CreatePartner CreateProgramManagementAccount CreateRelationship CreateResourceSnapshot CreateResourceSnapshotJob CreateRevenueAttribution DeleteProgramManagementAccount DeleteRelationship DeleteResourceSnapshotJob DisassociateAwsTrainingCertificationEmailDomain DisassociateBenefitApplicationResource DisassociateOpportunity EnrollInPartnerPath PutAllianceLeadContact PutBusinessPlan PutProfileVisibility PutSellingSystemSettings RecallBenefitApplication RejectChannelHandshake RejectConnectionInvitation RejectEngagementInvitation SendEmailVerificationCode StartEngagementByAcceptingInvitationTask StartEngagementFromOpportunityTask StartOpportunityFromEngagementTask StartProfileUpdateTask StartProspectingFromEngagementTask StartQualificationsAssociationTask StartQualificationsDisassociationTask StartResourceSnapshotJob StartRevenueAttributionAllocationsTask StartVerification StopResourceSnapshotJob SubmitBenefitApplication SubmitOpportunity UpdateBenefitApplication UpdateConnectionPreferences UpdateEngagementContext UpdateMarketplaceRevenueShareAllocation UpdateOpportunity UpdateProgramManagementAccount UpdateRelationship UpdateRevenueAttribution UseSession"
	},
	"partnercentral-account-management": { "W": "AccessLegacyPartnerCentral AccessMarketingCentral AccessProServeTools AssociatePartnerAccount AssociatePartnerUser DisassociatePartnerUser" },
	"payment-cryptography": {
		"L": "ListAliases ListKeys",
		"P": "DeleteResourcePolicy PutResourcePolicy",
		"R": "GetAlias GetCertificateSigningRequest GetDefaultKeyReplicationRegions GetKey GetMpaTeamAssociation GetParametersForExport GetParametersForImport GetPublicKeyCertificate GetResourcePolicy ListTagsForResource",
		"T": "TagResource UntagResource",
		"W": "AddKeyReplicationRegions AssociateMpaTeam CreateAlias CreateKey DecryptData DeleteAlias DeleteKey DisableDefaultKeyReplicationRegions DisassociateMpaTeam EnableDefaultKeyReplicationRegions EncryptData ExportKey GenerateAs2805KekValidation GenerateAuthRequestCryptogram GenerateCardValidationData GenerateMac GenerateMacEmvPinChange GeneratePinData ImportKey ReEncryptData RemoveKeyReplicationRegions RestoreKey StartKeyUsage StopKeyUsage TranslateKeyMaterial TranslatePinData UpdateAlias VerifyAuthRequestCryptogram VerifyCardValidationData VerifyMac VerifyPinData"
	},
	"payments": {
		"L": "GetPaymentInstrument ListFinancingApplications ListFinancingLineWithdrawals ListFinancingLines ListPaymentInstruments ListPaymentPreferences ListPaymentProgramOptions ListPaymentProgramStatus ListTagsForResource",
		"R": "GetFinancingApplication GetFinancingLine GetFinancingLineWithdrawal GetFinancingOption GetPaymentStatus",
		"T": "TagResource UntagResource",
		"W": "AcceptFinancingApplicationTerms CreateFinancingApplication CreatePaymentInstrument DeletePaymentInstrument MakePayment UpdateFinancingApplication UpdatePaymentInstrument UpdatePaymentPreferences"
	},
	"pca-connector-ad": {
		"L": "ListConnectors ListDirectoryRegistrations ListServicePrincipalNames ListTemplateGroupAccessControlEntries ListTemplates",
		"R": "GetConnector GetDirectoryRegistration GetServicePrincipalName GetTemplate GetTemplateGroupAccessControlEntry ListTagsForResource",
		"T": "TagResource UntagResource",
		"W": "CreateConnector CreateDirectoryRegistration CreateServicePrincipalName CreateTemplate CreateTemplateGroupAccessControlEntry DeleteConnector DeleteDirectoryRegistration DeleteServicePrincipalName DeleteTemplate DeleteTemplateGroupAccessControlEntry UpdateTemplate UpdateTemplateGroupAccessControlEntry"
	},
	"pca-connector-scep": {
		"L": "ListChallengeMetadata ListConnectors",
		"R": "GetChallengeMetadata GetChallengePassword GetConnector ListTagsForResource",
		"T": "TagResource UntagResource",
		"W": "CreateChallenge CreateConnector DeleteChallenge DeleteConnector"
	},
	"pcs": {
		"L": "ListClusters ListComputeNodeGroups ListQueues",
		"R": "GetCluster GetComputeNodeGroup GetQueue ListTagsForResource",
		"T": "TagResource UntagResource",
		"W": "AllowVendedLogDeliveryForResource CreateCluster CreateComputeNodeGroup CreateQueue DeleteCluster DeleteComputeNodeGroup DeleteQueue RegisterComputeNodeGroupInstance UpdateCluster UpdateComputeNodeGroup UpdateQueue"
	},
	"personalize": {
		"L": "ListBatchInferenceJobs ListBatchSegmentJobs ListCampaigns ListDataDeletionJobs ListDataInsightsJobs ListDatasetExportJobs ListDatasetGroups ListDatasetImportJobs ListDatasets ListEventTrackers ListFilters ListMetricAttributionMetrics ListMetricAttributions ListRecipes ListRecommenders ListSchemas ListSolutionVersions ListSolutions ListTagsForResource",
		"R": "DescribeAlgorithm DescribeBatchInferenceJob DescribeBatchSegmentJob DescribeCampaign DescribeDataDeletionJob DescribeDataInsightsJob DescribeDataset DescribeDatasetExportJob DescribeDatasetGroup DescribeDatasetImportJob DescribeEventTracker DescribeFeatureTransformation DescribeFilter DescribeMetricAttribution DescribeRecipe DescribeRecommender DescribeSchema DescribeSolution DescribeSolutionVersion GetActionRecommendations GetDataInsights GetPersonalizedRanking GetRecommendations GetSolutionMetrics",
		"T": "TagResource UntagResource",
		"W": "CreateBatchInferenceJob CreateBatchSegmentJob CreateCampaign CreateDataDeletionJob CreateDataInsightsJob CreateDataset CreateDatasetExportJob CreateDatasetGroup CreateDatasetImportJob CreateEventTracker CreateFilter CreateMetricAttribution CreateRecommender CreateSchema CreateSolution CreateSolutionVersion DeleteCampaign DeleteDataset DeleteDatasetGroup DeleteEventTracker DeleteFilter DeleteMetricAttribution DeleteRecommender DeleteSchema DeleteSolution PutActionInteractions PutActions PutEvents PutItems PutUsers StartRecommender StopRecommender StopSolutionVersionCreation UpdateCampaign UpdateDataset UpdateMetricAttribution UpdateRecommender UpdateSolution"
	},
	"pi": {
		"L": "ListPerformanceAnalysisReportRecommendations ListPerformanceAnalysisReports ListTagsForResource",
		"R": "DescribeDimensionKeys GetDimensionKeyDetails GetPerformanceAnalysisReport GetResourceMetadata GetResourceMetrics ListAvailableResourceDimensions ListAvailableResourceMetrics",
		"T": "TagResource UntagResource",
		"W": "CreatePerformanceAnalysisReport DeletePerformanceAnalysisReport"
	},
	"pipes": {
		"L": "ListPipes",
		"R": "DescribePipe ListTagsForResource",
		"T": "TagResource UntagResource",
		"W": "CreatePipe DeletePipe StartPipe StopPipe UpdatePipe"
	},
	"polly": {
		"L": "DescribeVoices ListLexicons ListSpeechSynthesisTasks",
		"R": "GetLexicon GetSpeechSynthesisTask StartSpeechSynthesisStream SynthesizeSpeech",
		"W": "DeleteLexicon PutLexicon StartSpeechSynthesisTask"
	},
	"pricing": { "R": "DescribeServices GetAttributeValues GetPriceListFileUrl GetProducts ListPriceLists" },
	"pricingplanmanager": {
		"R": "GetSubscription ListSubscriptions",
		"W": "ApprovePaidSubscription AssociateResourcesToSubscription CancelSubscription CancelSubscriptionChange CreateSubscription DisassociateResourcesFromSubscription UpdateSubscription"
	},
	"private-networks": {
		"L": "ListDeviceIdentifiers ListNetworkResources ListNetworkSites ListNetworks ListOrders ListTagsForResource",
		"R": "GetDeviceIdentifier GetNetwork GetNetworkResource GetNetworkSite GetOrder Ping",
		"T": "TagResource UntagResource",
		"W": "AcknowledgeOrderReceipt ActivateDeviceIdentifier ActivateNetworkSite ConfigureAccessPoint CreateNetwork CreateNetworkSite DeactivateDeviceIdentifier DeleteNetwork DeleteNetworkSite StartNetworkResourceUpdate UpdateNetworkSite UpdateNetworkSitePlan"
	},
	"profile": {
		"L": "GetMatches GetSimilarProfiles ListAccountIntegrations ListCalculatedAttributeDefinitions ListCalculatedAttributesForProfile ListDomainLayouts ListDomainObjectTypes ListDomainObjects ListDomains ListEventStreams ListEventTriggers ListIdentityResolutionJobs ListIntegrations ListObjectTypeAttributeValues ListObjectTypeAttributes ListProfileAttributeValues ListProfileHistoryRecords ListProfileObjectTypeTemplates ListProfileObjectTypes ListProfileObjects ListRecommenderFilters ListRecommenderRecipes ListRecommenderSchemas ListRecommenders ListRuleBasedMatches ListSegmentDefinitions ListUploadJobs ListWorkflows",
		"R": "BatchGetCalculatedAttributeForProfile BatchGetProfile DetectProfileObjectType GetAutoMergingPreview GetCalculatedAttributeDefinition GetCalculatedAttributeForProfile GetDomain GetDomainLayout GetDomainObjectType GetEventStream GetEventTrigger GetIdentityResolutionJob GetIntegration GetObjectTypeAttributeStatistics GetProfileHistoryRecord GetProfileInsights GetProfileObjectType GetProfileObjectTypeTemplate GetProfileRecommendations GetRecommender GetRecommenderFilter GetRecommenderSchema GetSegmentDefinition GetSegmentEstimate GetSegmentMembership GetSegmentSnapshot GetSegmentSubscription GetSnapshot GetStreamForSegments GetUploadJob GetUploadJobPath GetWorkflow GetWorkflowSteps ListSegmentSubscriptionEvents ListTagsForResource SearchProfiles",
		"T": "TagResource UntagResource",
		"W": "AddProfileKey AssociateStreamForSegments CreateCalculatedAttributeDefinition CreateDomain CreateDomainLayout CreateEventStream CreateEventTrigger CreateIntegrationWorkflow CreateProfile CreateRecommender CreateRecommenderFilter CreateRecommenderSchema CreateSegmentDefinition CreateSegmentEstimate CreateSegmentSnapshot CreateSnapshot CreateUploadJob DeleteCalculatedAttributeDefinition DeleteDomain DeleteDomainLayout DeleteDomainObjectType DeleteEventStream DeleteEventTrigger DeleteIntegration DeleteProfile DeleteProfileKey DeleteProfileObject DeleteProfileObjectType DeleteRecommender DeleteRecommenderFilter DeleteRecommenderSchema DeleteSegmentDefinition DeleteSegmentSubscription DeleteWorkflow DisassociateStreamForSegments MergeProfiles PutDomainObjectType PutIntegration PutProfileObject PutProfileObjectType PutSegmentSubscription StartRecommender StartUploadJob StopRecommender StopUploadJob UpdateCalculatedAttributeDefinition UpdateDomain UpdateDomainLayout UpdateEventTrigger UpdateProfile UpdateRecommender"
	},
	"proton": {
		"L": "ListComponentOutputs ListComponentProvisionedResources ListComponents ListDeployments ListEnvironmentAccountConnections ListEnvironmentOutputs ListEnvironmentProvisionedResources ListEnvironmentTemplateMajorVersions ListEnvironmentTemplateMinorVersions ListEnvironmentTemplateVersions ListEnvironmentTemplates ListEnvironments ListRepositories ListRepositorySyncDefinitions ListServiceInstanceOutputs ListServiceInstanceProvisionedResources ListServiceInstances ListServicePipelineOutputs ListServicePipelineProvisionedResources ListServiceTemplateMajorVersions ListServiceTemplateMinorVersions ListServiceTemplateVersions ListServiceTemplates ListServices",
		"R": "GetAccountRoles GetAccountSettings GetComponent GetDeployment GetEnvironment GetEnvironmentAccountConnection GetEnvironmentTemplate GetEnvironmentTemplateMajorVersion GetEnvironmentTemplateMinorVersion GetEnvironmentTemplateVersion GetRepository GetRepositorySyncStatus GetResourceTemplateVersionStatusCounts GetResourcesSummary GetService GetServiceInstance GetServiceInstanceSyncStatus GetServiceSyncBlockerSummary GetServiceSyncConfig GetServiceTemplate GetServiceTemplateMajorVersion GetServiceTemplateMinorVersion GetServiceTemplateVersion GetTemplateSyncConfig GetTemplateSyncStatus ListTagsForResource",
		"T": "TagResource UntagResource",
		"W": "AcceptEnvironmentAccountConnection CancelComponentDeployment CancelEnvironmentDeployment CancelServiceInstanceDeployment CancelServicePipelineDeployment CreateComponent CreateEnvironment CreateEnvironmentAccountConnection CreateEnvironmentTemplate CreateEnvironmentTemplateMajorVersion CreateEnvironmentTemplateMinorVersion CreateEnvironmentTemplateVersion CreateRepository CreateService CreateServiceInstance CreateServiceSyncConfig CreateServiceTemplate CreateServiceTemplateMajorVersion CreateServiceTemplateMinorVersion CreateServiceTemplateVersion CreateTemplateSyncConfig DeleteAccountRoles DeleteComponent DeleteDeployment DeleteEnvironment DeleteEnvironmentAccountConnection DeleteEnvironmentTemplate DeleteEnvironmentTemplateMajorVersion DeleteEnvironmentTemplateMinorVersion DeleteEnvironmentTemplateVersion DeleteRepository DeleteService DeleteServiceSyncConfig DeleteServiceTemplate DeleteServiceTemplateMajorVersion DeleteServiceTemplateMinorVersion DeleteServiceTemplateVersion DeleteTemplateSyncConfig NotifyResourceDeploymentStatusChange RejectEnvironmentAccountConnection UpdateAccountRoles UpdateAccountSettings UpdateComponent UpdateEnvironment UpdateEnvironmentAccountConnection UpdateEnvironmentTemplate UpdateEnvironmentTemplateMajorVersion UpdateEnvironmentTemplateMinorVersion UpdateEnvironmentTemplateVersion UpdateService UpdateServiceInstance UpdateServicePipeline UpdateServiceSyncBlocker UpdateServiceSyncConfig UpdateServiceTemplate UpdateServiceTemplateMajorVersion UpdateServiceTemplateMinorVersion UpdateServiceTemplateVersion UpdateTemplateSyncConfig"
	},
	"purchase-orders": {
		"L": "ListPurchaseOrderInvoices ListPurchaseOrders",
		"R": "GetConsoleActionSetEnforced GetPurchaseOrder ListTagsForResource ViewPurchaseOrders",
		"T": "TagResource UntagResource",
		"W": "AddPurchaseOrder DeletePurchaseOrder ModifyPurchaseOrders UpdateConsoleActionSetEnforced UpdatePurchaseOrder UpdatePurchaseOrderStatus"
	},
	"q": {
		"L": "ListDashboardMetrics ListGroups ListLoginDomains ListPluginProviders ListPlugins ListScimAccessTokens ListTagsForResource ListUsers",
		"R": "BatchDescribeGroups BatchDescribeUsers BatchGetGroups BatchGetUsers GenerateCodeFromCommands GenerateCodeRecommendations GetArtifact GetArtifactActionResult GetConnector GetConversation GetIdentityMetadata GetPlugin GetTroubleshootingResults ListConversations",
		"T": "TagResource UntagResource",
		"W": "AssociateConnectorResource AssociateLoginDomain CreateArtifact CreateAssignment CreateAuthGrant CreateOAuthAppConnection CreatePlugin CreateScimAccessToken DeleteAssignment DeleteConversation DeleteOAuthAppConnection DeletePlugin DeleteScimAccessToken DisassociateLoginDomain PassRequest PerformArtifactAction RejectConnector SendEvent SendMessage StartConversation StartTroubleshootingAnalysis StartTroubleshootingResolutionExplanation UpdateAssignment UpdateAuthGrant UpdateConversation UpdateOAuthAppConnection UpdatePlugin UpdateTroubleshootingCommandResult UsePlugin VerifyOAuthAppConnection"
	},
	"qapps": {
		"L": "ListCategories ListLibraryItems ListQApps",
		"R": "DescribeQAppPermissions GetLibraryItem GetQApp GetQAppSession GetQAppSessionMetadata ListQAppSessionData ListTagsForResource",
		"T": "TagResource UntagResource",
		"W": "AssociateLibraryItemReview AssociateQAppWithUser BatchCreateCategory BatchDeleteCategory BatchUpdateCategory CopyQApp CreateLibraryItem CreateLibraryItemReview CreateQApp CreateSubscriptionToken DeleteLibraryItem DeleteQApp DisassociateLibraryItemReview DisassociateQAppFromUser ExportQAppSessionData ImportDocument PredictProblemStatementFromConversation PredictQApp PredictQAppFromProblemStatement StartQAppSession StopQAppSession UpdateLibraryItem UpdateLibraryItemMetadata UpdateQApp UpdateQAppPermissions UpdateQAppSession UpdateQAppSessionMetadata"
	},
	"qbusiness": {
		"L": "GetChatControlsConfiguration ListApplications ListAttachments ListChatResponseConfigurations ListConversations ListDataAccessors ListDataSourceSyncJobs ListDataSources ListDocuments ListGroups ListIndices ListIntegrations ListMessages ListPlugins ListRetrievers ListSubscriptions ListWebExperiences",
		"P": "AllowVendedLogDeliveryForResource",
		"R": "Chat ChatSync CheckDocumentAccess GetApplication GetChatResponseConfiguration GetDataAccessor GetDataSource GetDocumentContent GetGroup GetIndex GetIntegration GetMedia GetPlugin GetPolicy GetRetriever GetUser GetWebExperience ListPluginActions ListPluginTypeActions ListPluginTypeMetadata ListTagsForResource SearchRelevantContent",
		"T": "TagResource UntagResource",
		"W": "AssociatePermission BatchDeleteDocument BatchPutDocument CancelSubscription CreateAnonymousWebExperienceUrl CreateApplication CreateChatResponseConfiguration CreateDataAccessor CreateDataAccessorWithTti CreateDataSource CreateIndex CreateIntegration CreatePlugin CreateRetriever CreateSubscription CreateUser CreateWebExperience DeleteApplication DeleteAttachment DeleteChatControlsConfiguration DeleteChatResponseConfiguration DeleteConversation DeleteDataAccessor DeleteDataSource DeleteGroup DeleteIndex DeleteIntegration DeletePlugin DeleteRetriever DeleteUser DeleteWebExperience DisableAclOnDataSource DisassociatePermission PutFeedback PutGroup PutResourcePolicy StartDataSourceSyncJob StartDeployment StopDataSourceSyncJob UpdateApplication UpdateChatControlsConfiguration UpdateChatResponseConfiguration UpdateDataAccessor UpdateDataSource UpdateIndex UpdateIntegration UpdatePlugin UpdateRetriever UpdateSubscription UpdateUser UpdateWebExperience"
	},
	"qdeveloper": {
		"L": "ListTagsForResource",
		"T": "TagResource UntagResource",
		"W": "ExportArtifact ImportArtifact StartAgentSession TransformCode"
	},
	"qldb": {
		"L": "ListJournalKinesisStreamsForLedger ListJournalS3Exports ListJournalS3ExportsForLedger ListLedgers",
		"R": "DescribeJournalKinesisStream DescribeJournalS3Export DescribeLedger GetBlock GetDigest GetRevision ListTagsForResource PartiQLHistoryFunction PartiQLSelect",
		"T": "TagResource UntagResource",
		"W": "CancelJournalKinesisStream CreateLedger DeleteLedger ExecuteStatement ExportJournalToS3 InsertSampleData PartiQLCreateIndex PartiQLCreateTable PartiQLDelete PartiQLDropIndex PartiQLDropTable PartiQLInsert PartiQLRedact PartiQLUndropTable PartiQLUpdate SendCommand ShowCatalog StreamJournalToKinesis UpdateLedger UpdateLedgerPermissionsMode"
	},
	"quicksight": {
		"L": "ListActionConnectors ListAgents ListAnalyses ListApprovalPolicies ListApps ListAssetBundleExportJobs ListAssetBundleImportJobs ListBrands ListCustomPermissionAssignments ListCustomPermissions ListCustomerManagedKeys ListDashboardVersions ListDashboards ListDataSets ListDataSources ListDlpLabels ListDlpSettings ListExtensionAccesses ListExtensions ListFlows ListFolders ListFoldersForResource ListGroupMemberships ListGroups ListIAMPolicyAssignments ListIAMPolicyAssignmentsForUser ListIdentityPropagationConfigs ListIngestions ListKMSKeysForUser ListKnowledgeBases ListLimitsProfiles ListNamespaces ListOAuthClientApplications ListRefreshSchedules ListRoleMemberships ListSelfUpgrades ListSpaceResources ListSpaces ListTemplateAliases ListTemplateVersions ListTemplates ListThemeAliases ListThemeVersions ListThemes ListTopicRefreshSchedules ListTopicReviewedAnswers ListTopics ListUserGroups ListUsers ListUsersIndexCapacity ListVPCConnections SearchActionConnectors SearchAgents SearchAnalyses SearchApps SearchDashboards SearchDataSets SearchDataSources SearchDirectoryGroups SearchFlows SearchGroups SearchKnowledgeBases SearchSpaces SearchTopics SearchUsers",
		"P": "AllowVendedLogDeliveryForResource DescribeKnowledgeBasePermissions DescribeSpacePermissions DescribeTopicPermissions UpdateActionConnectorPermissions UpdateAgentPermissions UpdateAnalysisPermissions UpdateAppPermissions UpdateDashboardPermissions UpdateDataSetPermissions UpdateDataSourcePermissions UpdateExtensionPermissions UpdateFlowPermissions UpdateFolderPermissions UpdateKnowledgeBasePermissions UpdateSpacePermissions UpdateTemplatePermissions UpdateThemePermissions UpdateTopicPermissions",
		"R": "BatchDescribeUserLimits BatchGetPreferences DescribeAccountCustomPermission DescribeAccountCustomization DescribeAccountSettings DescribeAccountSubscription DescribeActionConnector DescribeActionConnectorPermissions DescribeAgent DescribeAgentPermissions DescribeAnalysis DescribeAnalysisPermissions DescribeApp DescribeAppPermissions DescribeApprovalPolicy DescribeAssetBundleExportJob DescribeAssetBundleImportJob DescribeAutomationJob DescribeBrand DescribeBrandAssignment DescribeBrandPublishedVersion DescribeChatConfiguration DescribeCustomPermissions DescribeDashboard DescribeDashboardPermissions DescribeDashboardSnapshotJob DescribeDashboardSnapshotJobResult DescribeDashboardsQAConfiguration DescribeDataSet DescribeDataSetPermissions DescribeDataSetRefreshProperties DescribeDataSource DescribeDataSourcePermissions DescribeDefaultQBusinessApplication DescribeDlpJob DescribeDlpSetting DescribeEmailCustomizationTemplate DescribeExtension DescribeExtensionAccess DescribeExtensionPermissions DescribeFlow DescribeFolder DescribeFolderPermissions DescribeFolderResolvedPermissions DescribeGroup DescribeGroupMembership DescribeIAMPolicyAssignment DescribeIngestion DescribeIpRestriction DescribeKeyRegistration DescribeKnowledgeBase DescribeLimitsProfile DescribeNamespace DescribeOAuthClientApplication DescribeQPersonalizationConfiguration DescribeQuickIndexCapacity DescribeQuickSightQSearchConfiguration DescribeRefreshSchedule DescribeRoleCustomPermission DescribeSelfUpgradeConfiguration DescribeSpace DescribeTemplate DescribeTemplateAlias DescribeTemplatePermissions DescribeTheme DescribeThemeAlias DescribeThemePermissions DescribeTopic DescribeTopicRefresh DescribeTopicRefreshSchedule DescribeUser DescribeVPCConnection GetAnonymousUserEmbedUrl GetAuthCode GetCustomPermissionsSummary GetDashboardEmbedUrl GetFlowMetadata GetFlowPermissions GetGroupMapping GetIdentityContext GetSessionEmbedUrl ListFolderMembers ListTagsForResource PassDataSet PassDataSource PassTopic PredictQAResults QuickSuiteUsageMetrics SearchFolders",
		"T": "TagResource UntagResource",
		"W": "AccountConfigurations BatchCreateTopicReviewedAnswer BatchDeleteKnowledgeBase BatchDeleteTopicReviewedAnswer BatchUpdatePreferences CancelIngestion CreateAccountCustomization CreateAccountSubscription CreateActionConnector CreateAdmin CreateAgent CreateAnalysis CreateApprovalPolicy CreateBrand CreateCustomPermissions CreateDashboard CreateDataSet CreateDataSource CreateDlpSetting CreateEmailCustomizationTemplate CreateExtension CreateExtensionAccess CreateFlow CreateFolder CreateFolderMembership CreateGroup CreateGroupMembership CreateIAMPolicyAssignment CreateIngestion CreateKnowledgeBase CreateLimitsProfile CreateNamespace CreateOAuthClientApplication CreateReader CreateRefreshSchedule CreateRoleMembership CreateSpace CreateTemplate CreateTemplateAlias CreateTheme CreateThemeAlias CreateTopic CreateTopicRefreshSchedule CreateUser CreateVPCConnection DeleteAccountCustomPermission DeleteAccountCustomization DeleteAccountSubscription DeleteActionConnector DeleteAgent DeleteAnalysis DeleteApp DeleteApprovalPolicy DeleteBrand DeleteBrandAssignment DeleteCustomPermissions DeleteDashboard DeleteDataSet DeleteDataSetRefreshProperties DeleteDataSource DeleteDefaultQBusinessApplication DeleteDlpSetting DeleteEmailCustomizationTemplate DeleteExtension DeleteExtensionAccess DeleteFlow DeleteFolder DeleteFolderMembership DeleteGroup DeleteGroupMembership DeleteIAMPolicyAssignment DeleteIdentityPropagationConfig DeleteKnowledgeBase DeleteLimitsProfile DeleteNamespace DeleteOAuthClientApplication DeleteRefreshSchedule DeleteRoleCustomPermission DeleteRoleMembership DeleteSpace DeleteTemplate DeleteTemplateAlias DeleteTheme DeleteThemeAlias DeleteTopic DeleteTopicRefreshSchedule DeleteUser DeleteUserByPrincipalId DeleteUserCustomPermission DeleteVPCConnection GenerateEmbedUrlForAnonymousUser GenerateEmbedUrlForRegisteredUser GenerateEmbedUrlForRegisteredUserWithIdentity PutDataSetRefreshProperties RegisterCustomerManagedKey RegisterUser RemoveCustomerManagedKey RestoreAnalysis ScopeDownPolicy SetGroupMapping StartAssetBundleExportJob StartAssetBundleImportJob StartAutomationJob StartDashboardSnapshotJob StartDashboardSnapshotJobSchedule StartDlpJob StartExtensionInstallation Subscribe UnpublishFlow Unsubscribe UpdateAccountCustomPermission UpdateAccountCustomization UpdateAccountSettings UpdateActionConnector UpdateAgent UpdateAnalysis UpdateApplicationWithTokenExchangeGrant UpdateApprovalPolicy UpdateBrand UpdateBrandAssignment UpdateBrandPublishedVersion UpdateChatConfiguration UpdateCustomPermissions UpdateDashboard UpdateDashboardLinks UpdateDashboardPublishedVersion UpdateDashboardsQAConfiguration UpdateDataSet UpdateDataSource UpdateDefaultQBusinessApplication UpdateDlpSetting UpdateEmailCustomizationTemplate UpdateExtension UpdateExtensionAccess UpdateFlow UpdateFolder UpdateGroup UpdateIAMPolicyAssignment UpdateIdentityPropagationConfig UpdateIpRestriction UpdateKeyRegistration UpdateKnowledgeBase UpdateLimitsProfile UpdateOAuthClientApplication UpdatePublicSharingSettings UpdateQPersonalizationConfiguration UpdateQuickIndexCapacity UpdateQuickSightQSearchConfiguration UpdateRefreshSchedule UpdateResourcePermissions UpdateRoleCustomPermission UpdateSPICECapacityConfiguration UpdateSelfUpgrade UpdateSelfUpgradeConfiguration UpdateSpace UpdateSpaceResources UpdateTemplate UpdateTemplateAlias UpdateTheme UpdateThemeAlias UpdateTopic UpdateTopicRefreshSchedule UpdateUser UpdateUserCustomPermission UpdateVPCConnection"
	},
	"ram": {
		"L": "ListPermissionAssociations ListPermissionVersions ListPermissions ListPrincipals ListReplacePermissionAssociationsWork ListResourceSharePermissions ListResourceTypes ListResources ListSourceAssociations",
		"P": "EnableSharingWithAwsOrganization",
		"R": "GetPermission GetResourcePolicies GetResourceShareAssociations GetResourceShareInvitations GetResourceShares ListPendingInvitationResources",
		"T": "TagResource UntagResource",
		"W": "AcceptResourceShareInvitation AssociateResourceShare AssociateResourceSharePermission CreatePermission CreatePermissionVersion CreateResourceShare DeletePermission DeletePermissionVersion DeleteResourceShare DisassociateResourceShare DisassociateResourceSharePermission PromotePermissionCreatedFromPolicy PromoteResourceShareCreatedFromPolicy RejectResourceShareInvitation ReplacePermissionAssociations SetDefaultPermissionVersion UpdateResourceShare"
	},
	"rbin": {
		"R": "GetRule ListRules ListTagsForResource",
		"T": "TagResource UntagResource",
		"W": "CreateRule DeleteRule LockRule UnlockRule UpdateRule"
	},
	"rds": {
		"L": "DescribeAccountAttributes DescribeBlueGreenDeployments DescribeCertificates DescribeDBClusterAutomatedBackups DescribeDBClusterBacktracks DescribeDBClusterEndpoints DescribeDBClusterParameterGroups DescribeDBClusterParameters DescribeDBClusterSnapshotAttributes DescribeDBClusterSnapshots DescribeDBClusters DescribeDBEngineVersions DescribeDBInstanceAutomatedBackups DescribeDBInstances DescribeDBLogFiles DescribeDBMajorEngineVersions DescribeDBParameterGroups DescribeDBParameters DescribeDBProxies DescribeDBProxyEndpoints DescribeDBProxyTargetGroups DescribeDBProxyTargets DescribeDBRecommendations DescribeDBSecurityGroups DescribeDBShardGroups DescribeDBSnapshotAttributes DescribeDBSnapshotTenantDatabases DescribeDBSnapshots DescribeDBSubnetGroups DescribeEngineDefaultClusterParameters DescribeEngineDefaultParameters DescribeEventCategories DescribeEventSubscriptions DescribeEvents DescribeExportTasks DescribeGlobalClusters DescribeIntegrations DescribeOptionGroupOptions DescribeOptionGroups DescribeOrderableDBInstanceOptions DescribePendingMaintenanceActions DescribeReservedDBInstances DescribeReservedDBInstancesOfferings DescribeSourceRegions DescribeTenantDatabases DescribeValidDBInstanceModifications",
		"P": "AuthorizeDBSecurityGroupIngress",
		"R": "DescribeRecommendationGroups DescribeRecommendations DownloadCompleteDBLogFile DownloadDBLogFilePortion ListTagsForResource",
		"T": "AddTagsToResource RemoveTagsFromResource",
		"W": "AddRoleToDBCluster AddRoleToDBInstance AddSourceIdentifierToSubscription ApplyPendingMaintenanceAction BacktrackDBCluster CancelExportTask CopyCustomDBEngineVersion CopyDBClusterParameterGroup CopyDBClusterSnapshot CopyDBParameterGroup CopyDBSnapshot CopyOptionGroup CreateBlueGreenDeployment CreateCustomDBEngineVersion CreateDBCluster CreateDBClusterEndpoint CreateDBClusterParameterGroup CreateDBClusterSnapshot CreateDBInstance CreateDBInstanceReadReplica CreateDBParameterGroup CreateDBProxy CreateDBProxyEndpoint CreateDBSecurityGroup CreateDBShardGroup CreateDBSnapshot CreateDBSubnetGroup CreateEventSubscription CreateGlobalCluster CreateIntegration CreateOptionGroup CreateTenantDatabase CrossRegionCommunication DeleteBlueGreenDeployment DeleteCustomDBEngineVersion DeleteDBCluster DeleteDBClusterAutomatedBackup DeleteDBClusterEndpoint DeleteDBClusterParameterGroup DeleteDBClusterSnapshot DeleteDBInstance DeleteDBInstanceAutomatedBackup DeleteDBParameterGroup DeleteDBProxy DeleteDBProxyEndpoint DeleteDBSecurityGroup DeleteDBShardGroup DeleteDBSnapshot DeleteDBSubnetGroup DeleteEventSubscription DeleteGlobalCluster DeleteIntegration DeleteOptionGroup DeleteTenantDatabase DeregisterDBProxyTargets DisableHttpEndpoint EnableHttpEndpoint FailoverDBCluster FailoverGlobalCluster ModifyActivityStream ModifyCertificates ModifyCurrentDBClusterCapacity ModifyCustomDBEngineVersion ModifyDBCluster ModifyDBClusterEndpoint ModifyDBClusterParameterGroup ModifyDBClusterSnapshotAttribute ModifyDBInstance ModifyDBParameterGroup ModifyDBProxy ModifyDBProxyEndpoint ModifyDBProxyTargetGroup ModifyDBRecommendation ModifyDBShardGroup ModifyDBSnapshot ModifyDBSnapshotAttribute ModifyDBSubnetGroup ModifyEventSubscription ModifyGlobalCluster ModifyIntegration ModifyOptionGroup ModifyRecommendation ModifyTenantDatabase PromoteReadReplica PromoteReadReplicaDBCluster PurchaseReservedDBInstancesOffering RebootDBCluster RebootDBInstance RebootDBShardGroup RegisterDBProxyTargets RemoveFromGlobalCluster RemoveRoleFromDBCluster RemoveRoleFromDBInstance RemoveSourceIdentifierFromSubscription ResetDBClusterParameterGroup ResetDBParameterGroup RestoreDBClusterFromS3 RestoreDBClusterFromSnapshot RestoreDBClusterToPointInTime RestoreDBInstanceFromDBSnapshot RestoreDBInstanceFromS3 RestoreDBInstanceToPointInTime RevokeDBSecurityGroupIngress StartActivityStream StartDBCluster StartDBInstance StartDBInstanceAutomatedBackupsReplication StartExportTask StopActivityStream StopDBCluster StopDBInstance StopDBInstanceAutomatedBackupsReplication SwitchoverBlueGreenDeployment SwitchoverGlobalCluster SwitchoverReadReplica"
	},
	"rds-data": { "W": "BatchExecuteStatement BeginTransaction CommitTransaction ExecuteSql ExecuteStatement RollbackTransaction" },
	"rds-db": { "P": "connect" },
	"redshift": {
		"L": "DescribeClusterDbRevisions DescribeClusterTracks DescribeClusters DescribeCustomDomainAssociations DescribeEndpointAuthorization DescribeEvents DescribeInboundIntegrations DescribeIntegrations DescribeNodeConfigurationOptions DescribeQev2IdcApplications DescribeRedshiftIdcApplications ListDatabases ListRecommendations ListSavedQueries ListSchemas ListTables ViewQueriesFromConsole ViewQueriesInConsole",
		"P": "AuthorizeDataShare AuthorizeEndpointAccess AuthorizeSnapshotAccess CreateClusterUser CreateSnapshotCopyGrant DeauthorizeDataShare DeleteResourcePolicy JoinGroup ModifyClusterIamRoles PutResourcePolicy RejectDataShare RevokeEndpointAccess RevokeSnapshotAccess",
		"R": "DescribeAccountAttributes DescribeAuthenticationProfiles DescribeAutonomicsDenylist DescribeClusterParameterGroups DescribeClusterParameters DescribeClusterSecurityGroups DescribeClusterSnapshots DescribeClusterSubnetGroups DescribeClusterVersions DescribeDataShares DescribeDataSharesForConsumer DescribeDataSharesForProducer DescribeDefaultClusterParameters DescribeEndpointAccess DescribeEventCategories DescribeEventSubscriptions DescribeHsmClientCertificates DescribeHsmConfigurations DescribeLoggingStatus DescribeOrderableClusterOptions DescribePartners DescribeQuery DescribeReservedNodeExchangeStatus DescribeReservedNodeOfferings DescribeReservedNodes DescribeResize DescribeSavedQueries DescribeScheduledActions DescribeSnapshotCopyGrants DescribeSnapshotSchedules DescribeStorage DescribeTable DescribeTableRestoreStatus DescribeTags DescribeUsageLimits FetchResults GetIdentityCenterAuthToken GetReservedNodeExchangeConfigurationOptions GetReservedNodeExchangeOfferings GetResourcePolicy",
		"T": "CreateTags DeleteTags",
		"W": "AcceptReservedNodeExchange AddPartner AssociateDataShareConsumer AuthorizeClusterSecurityGroupIngress AuthorizeInboundIntegration BatchDeleteClusterSnapshots BatchModifyClusterSnapshots CancelQuery CancelQuerySession CancelResize CopyClusterSnapshot CreateAuthenticationProfile CreateCluster CreateClusterParameterGroup CreateClusterSecurityGroup CreateClusterSnapshot CreateClusterSubnetGroup CreateCustomDomainAssociation CreateEndpointAccess CreateEventSubscription CreateHsmClientCertificate CreateHsmConfiguration CreateInboundIntegration CreateIntegration CreateQev2IdcApplication CreateRedshiftIdcApplication CreateSavedQuery CreateScheduledAction CreateSnapshotSchedule CreateUsageLimit DeleteAuthenticationProfile DeleteCluster DeleteClusterParameterGroup DeleteClusterSecurityGroup DeleteClusterSnapshot DeleteClusterSubnetGroup DeleteCustomDomainAssociation DeleteEndpointAccess DeleteEventSubscription DeleteHsmClientCertificate DeleteHsmConfiguration DeleteIntegration DeletePartner DeleteQev2IdcApplication DeleteRedshiftIdcApplication DeleteSavedQueries DeleteScheduledAction DeleteSnapshotCopyGrant DeleteSnapshotSchedule DeleteUsageLimit DeregisterNamespace DisableLogging DisableSnapshotCopy DisassociateDataShareConsumer EnableLogging EnableSnapshotCopy ExecuteQuery FailoverPrimaryCompute GetClusterCredentials GetClusterCredentialsWithIAM ModifyAquaConfiguration ModifyAuthenticationProfile ModifyAutonomicsDenylist ModifyCluster ModifyClusterDbRevision ModifyClusterMaintenance ModifyClusterParameterGroup ModifyClusterSnapshot ModifyClusterSnapshotSchedule ModifyClusterSubnetGroup ModifyCustomDomainAssociation ModifyEndpointAccess ModifyEventSubscription ModifyIntegration ModifyQev2IdcApplication ModifyRedshiftIdcApplication ModifySavedQuery ModifyScheduledAction ModifySnapshotCopyRetentionPeriod ModifySnapshotSchedule ModifyUsageLimit PauseCluster PurchaseReservedNodeOffering RebootCluster RegisterNamespace ResetClusterParameterGroup ResizeCluster RestoreFromClusterSnapshot RestoreTableFromClusterSnapshot ResumeCluster RevokeClusterSecurityGroupIngress RotateEncryptionKey UpdatePartnerStatus"
	},
	"redshift-data": {
		"L": "ListSessions ListStatements ListTables",
		"R": "DescribeStatement DescribeTable GetStagingBucketLocation GetStatementResult ListDatabases ListSchemas",
		"W": "BatchExecuteStatement CancelStatement ExecuteStatement"
	},
	"redshift-serverless": {
		"L": "ListCustomDomainAssociations ListEndpointAccess ListManagedWorkgroups ListNamespaces ListRecoveryPoints ListReservationOfferings ListReservations ListScheduledActions ListSnapshotCopyConfigurations ListSnapshots ListTableRestoreStatus ListTagsForResource ListTracks ListUsageLimits ListWorkgroups",
		"R": "DescribeOneTimeCredit GetCustomDomainAssociation GetEndpointAccess GetIdentityCenterAuthToken GetManagedWorkgroup GetNamespace GetRecoveryPoint GetReservation GetReservationOffering GetResourcePolicy GetScheduledAction GetSnapshot GetTableRestoreStatus GetTrack GetUsageLimit GetWorkgroup ListAutonomicsDenylist",
		"T": "TagResource UntagResource",
		"W": "ConvertRecoveryPointToSnapshot CreateCustomDomainAssociation CreateEndpointAccess CreateNamespace CreateReservation CreateScheduledAction CreateSnapshot CreateSnapshotCopyConfiguration CreateUsageLimit CreateWorkgroup DeleteCustomDomainAssociation DeleteEndpointAccess DeleteNamespace DeleteResourcePolicy DeleteScheduledAction DeleteSnapshot DeleteSnapshotCopyConfiguration DeleteUsageLimit DeleteWorkgroup GetCredentials PutResourcePolicy RestoreFromRecoveryPoint RestoreFromSnapshot RestoreTableFromRecoveryPoint RestoreTableFromSnapshot UpdateAutonomicsDenylist UpdateCustomDomainAssociation UpdateEndpointAccess UpdateNamespace UpdateScheduledAction UpdateSnapshot UpdateSnapshotCopyConfiguration UpdateUsageLimit UpdateWorkgroup"
	},
	"refactor-spaces": {
		"R": "GetApplication GetEnvironment GetResourcePolicy GetRoute GetService ListApplications ListEnvironmentVpcs ListEnvironments ListRoutes ListServices ListTagsForResource",
		"T": "TagResource UntagResource",
		"W": "CreateApplication CreateEnvironment CreateRoute CreateService DeleteApplication DeleteEnvironment DeleteResourcePolicy DeleteRoute DeleteService PutResourcePolicy UpdateRoute"
	},
	"rekognition": {
		"L": "ListStreamProcessors",
		"R": "CompareFaces DescribeCollection DescribeDataset DescribeProjectVersions DescribeProjects DescribeStreamProcessor DetectCustomLabels DetectFaces DetectLabels DetectModerationLabels DetectProtectiveEquipment DetectText GetCelebrityInfo GetCelebrityRecognition GetContentModeration GetFaceDetection GetFaceLivenessSessionResults GetFaceSearch GetLabelDetection GetMediaAnalysisJob GetPersonTracking GetSegmentDetection GetTextDetection ListCollections ListDatasetEntries ListDatasetLabels ListFaces ListMediaAnalysisJobs ListProjectPolicies ListTagsForResource ListUsers RecognizeCelebrities SearchFaces SearchFacesByImage SearchUsers SearchUsersByImage",
		"T": "TagResource UntagResource",
		"W": "AssociateFaces CopyProjectVersion CreateCollection CreateDataset CreateFaceLivenessSession CreateProject CreateProjectVersion CreateStreamProcessor CreateUser DeleteCollection DeleteDataset DeleteFaces DeleteProject DeleteProjectPolicy DeleteProjectVersion DeleteStreamProcessor DeleteUser DisassociateFaces DistributeDatasetEntries IndexFaces PutProjectPolicy StartCelebrityRecognition StartContentModeration StartFaceDetection StartFaceLivenessSession StartFaceSearch StartLabelDetection StartMediaAnalysisJob StartPersonTracking StartProjectVersion StartSegmentDetection StartStreamProcessor StartTextDetection StopProjectVersion StopStreamProcessor UpdateDatasetEntries UpdateStreamProcessor"
	},
	"repostspace": {
		"R": "GetChannel GetSpace ListChannels ListSpaces ListTagsForResource",
		"T": "TagResource UntagResource",
		"W": "BatchAddChannelRoleToAccessors BatchAddRole BatchRemoveChannelRoleFromAccessors BatchRemoveRole CreateChannel CreateSpace DeleteSpace DeregisterAdmin RegisterAdmin SendInvites UpdateChannel UpdateSpace"
	},
	"researchstudio": {
		"L": "ListApplications",
		"R": "GetApplication",
		"W": "AssignPrincipal CreateApplication DeleteApplication DeletePrincipal"
	},
	"resiliencehub": {
		"L": "ListAlarmRecommendations ListAppAssessmentComplianceDrifts ListAppAssessmentResourceDrifts ListAppAssessments ListAppComponentCompliances ListAppComponentRecommendations ListAppInputSources ListAppVersionAppComponents ListAppVersionResourceMappings ListAppVersionResources ListAppVersions ListApps ListMetrics ListRecommendationTemplates ListResiliencyPolicies ListResourceGroupingRecommendations ListSopRecommendations ListSuggestedResiliencyPolicies ListTestRecommendations ListUnsupportedAppVersionResources",
		"R": "DescribeApp DescribeAppAssessment DescribeAppVersion DescribeAppVersionAppComponent DescribeAppVersionResource DescribeAppVersionResourcesResolutionStatus DescribeAppVersionTemplate DescribeDraftAppVersionResourcesImportStatus DescribeMetricsExport DescribeResiliencyPolicy DescribeResourceGroupingRecommendationTask GetFailureModeFinding GetPolicy GetService GetSystem GetTest GetTestRun GetTestTemplate GetUserJourney ListAssertions ListDependencies ListFailureModeAssessments ListFailureModeFindings ListInputSources ListPolicies ListReports ListResolvedTestRunTargetResources ListResources ListServiceEvents ListServiceFunctions ListServiceTopologyEdges ListServices ListSystemEvents ListSystems ListTagsForResource ListTestRunDependencies ListTestRunEvents ListTestRunSourceEvents ListTestRunSources ListTestRuns ListTestSources ListTestTemplates ListTests ListUserJourneys",
		"T": "TagResource UntagResource",
		"W": "AcceptResourceGroupingRecommendations AddDraftAppVersionResourceMappings BatchUpdateRecommendationStatus CreateApp CreateAppVersionAppComponent CreateAppVersionResource CreateAssertion CreateInputSource CreatePolicy CreateRecommendationTemplate CreateReport CreateResiliencyPolicy CreateService CreateServiceFunction CreateServiceFunctionResources CreateSystem CreateTest CreateUserJourney DeleteApp DeleteAppAssessment DeleteAppInputSource DeleteAppVersionAppComponent DeleteAppVersionResource DeleteAssertion DeleteInputSource DeletePolicy DeleteRecommendationTemplate DeleteResiliencyPolicy DeleteService DeleteServiceFunction DeleteServiceFunctionResources DeleteSystem DeleteTest DeleteTestSources DeleteUserJourney ImportApp ImportPolicy ImportResourcesToDraftAppVersion PublishAppVersion PutDraftAppVersionTemplate PutTestSources RejectResourceGroupingRecommendations RemoveDraftAppVersionResourceMappings ResolveAppVersionResources StartAppAssessment StartFailureModeAssessment StartMetricsExport StartResourceGroupingRecommendationTask StartTestRun StopTestRun UpdateApp UpdateAppVersion UpdateAppVersionAppComponent UpdateAppVersionResource UpdateAssertion UpdateDependency UpdateFailureModeFinding UpdatePolicy UpdateResiliencyPolicy UpdateService UpdateServiceFunction UpdateSystem UpdateTest UpdateUserJourney"
	},
	"resource-explorer": {
		"L": "ListResourceTypes ListResources",
		"R": "ListTags"
	},
	"resource-explorer-2": {
		"L": "ListIndexes ListIndexesForMembers ListManagedViews ListServiceIndexes ListServiceViews ListStreamingAccessForServices ListSupportedResourceTypes ListViews",
		"P": "DeleteResourcePolicy PutResourcePolicy",
		"R": "BatchGetView GetAccountLevelServiceConfiguration GetDefaultView GetIndex GetManagedView GetResourceExplorerSetup GetResourcePolicy GetServiceIndex GetServiceView GetView ListTagsForResource Search",
		"T": "TagResource UntagResource",
		"W": "AssociateDefaultView CreateIndex CreateManagedView CreateResourceExplorerSetup CreateStreamingAccessForService CreateView DeleteIndex DeleteResourceExplorerSetup DeleteStreamingAccessForService DeleteView DisassociateDefaultView UpdateIndexType UpdateView"
	},
	"resource-groups": {
		"L": "ListGroupResources ListGroupingStatuses ListGroups ListResourceTypes ListTagSyncTasks SearchResources",
		"R": "GetAccountSettings GetGroup GetGroupConfiguration GetGroupPolicy GetGroupQuery GetTagSyncTask GetTags",
		"T": "Tag Untag",
		"W": "AssociateResource CancelTagSyncTask CreateGroup DeleteGroup DeleteGroupPolicy DisassociateResource GroupResources PutGroupConfiguration PutGroupPolicy StartTagSyncTask UngroupResources UpdateAccountSettings UpdateGroup UpdateGroupQuery"
	},
	"rhelkb": { "R": "GetRhelURL" },
	"robomaker": {
		"L": "ListDeploymentJobs ListFleets ListRobotApplications ListRobots ListSimulationApplications ListSimulationJobBatches ListSimulationJobs ListSupportedAvailabilityZones ListTagsForResource ListWorldExportJobs ListWorldGenerationJobs ListWorldTemplates ListWorlds",
		"R": "BatchDescribeSimulationJob DescribeDeploymentJob DescribeFleet DescribeRobot DescribeRobotApplication DescribeSimulationApplication DescribeSimulationJob DescribeSimulationJobBatch DescribeWorld DescribeWorldExportJob DescribeWorldGenerationJob DescribeWorldTemplate GetWorldTemplateBody",
		"T": "TagResource UntagResource",
		"W": "BatchDeleteWorlds CancelDeploymentJob CancelSimulationJob CancelSimulationJobBatch CancelWorldExportJob CancelWorldGenerationJob CreateDeploymentJob CreateFleet CreateRobot CreateRobotApplication CreateRobotApplicationVersion CreateSimulationApplication CreateSimulationApplicationVersion CreateSimulationJob CreateWorldExportJob CreateWorldGenerationJob CreateWorldTemplate DeleteFleet DeleteRobot DeleteRobotApplication DeleteSimulationApplication DeleteWorldTemplate DeregisterRobot RegisterRobot RestartSimulationJob StartSimulationJobBatch SyncDeploymentJob UpdateRobotApplication UpdateRobotDeployment UpdateSimulationApplication UpdateWorldTemplate"
	},
	"rolesanywhere": {
		"L": "ListCrls ListProfiles ListSubjects ListTagsForResource ListTrustAnchors",
		"R": "GetCrl GetProfile GetSubject GetTrustAnchor",
		"T": "TagResource UntagResource",
		"W": "CreateProfile CreateTrustAnchor DeleteAttributeMapping DeleteCrl DeleteProfile DeleteTrustAnchor DisableCrl DisableProfile DisableTrustAnchor EnableCrl EnableProfile EnableTrustAnchor ImportCrl PutAttributeMapping PutNotificationSettings ResetNotificationSettings UpdateCrl UpdateProfile UpdateTrustAnchor"
	},
	"route53": {
		"L": "GetChange GetCheckerIpRanges GetGeoLocation GetHealthCheckCount GetHealthCheckLastFailureReason GetHealthCheckStatus GetHostedZone GetHostedZoneCount GetReusableDelegationSet ListCidrBlocks ListCidrCollections ListCidrLocations ListHostedZones ListHostedZonesByName ListHostedZonesByVPC ListQueryLoggingConfigs ListResourceRecordSets ListTrafficPolicies ListTrafficPolicyInstancesByHostedZone ListTrafficPolicyInstancesByPolicy ListTrafficPolicyVersions ListVPCAssociationAuthorizations",
		"R": "GetAccountLimit GetDNSSEC GetHealthCheck GetHostedZoneLimit GetQueryLoggingConfig GetReusableDelegationSetLimit GetTrafficPolicy GetTrafficPolicyInstance GetTrafficPolicyInstanceCount ListGeoLocations ListHealthChecks ListReusableDelegationSets ListTagsForResource ListTagsForResources ListTrafficPolicyInstances TestDNSAnswer",
		"T": "ChangeTagsForResource",
		"W": "ActivateKeySigningKey AssociateVPCWithHostedZone ChangeCidrCollection ChangeResourceRecordSets CreateCidrCollection CreateHealthCheck CreateHostedZone CreateKeySigningKey CreateQueryLoggingConfig CreateReusableDelegationSet CreateTrafficPolicy CreateTrafficPolicyInstance CreateTrafficPolicyVersion CreateVPCAssociationAuthorization DeactivateKeySigningKey DeleteCidrCollection DeleteHealthCheck DeleteHostedZone DeleteKeySigningKey DeleteQueryLoggingConfig DeleteReusableDelegationSet DeleteTrafficPolicy DeleteTrafficPolicyInstance DeleteVPCAssociationAuthorization DisableHostedZoneDNSSEC DisassociateVPCFromHostedZone EnableHostedZoneDNSSEC UpdateHealthCheck UpdateHostedZoneComment UpdateHostedZoneFeatures UpdateTrafficPolicyComment UpdateTrafficPolicyInstance"
	},
	"route53-recovery-cluster": {
		"R": "GetRoutingControlState ListRoutingControls",
		"W": "UpdateRoutingControlState UpdateRoutingControlStates"
	},
	"route53-recovery-control-config": {
		"L": "ListAssociatedRoute53HealthChecks",
		"P": "DeleteResourcePolicy PutResourcePolicy",
		"R": "DescribeCluster DescribeControlPanel DescribeRoutingControl DescribeSafetyRule GetResourcePolicy ListClusters ListControlPanels ListRoutingControls ListSafetyRules ListTagsForResource",
		"T": "TagResource UntagResource",
		"W": "CreateCluster CreateControlPanel CreateRoutingControl CreateSafetyRule DeleteCluster DeleteControlPanel DeleteRoutingControl DeleteSafetyRule UpdateCluster UpdateControlPanel UpdateRoutingControl UpdateSafetyRule"
	},
	"route53-recovery-readiness": {
		"R": "GetArchitectureRecommendations GetCell GetCellReadinessSummary GetReadinessCheck GetReadinessCheckResourceStatus GetReadinessCheckStatus GetRecoveryGroup GetRecoveryGroupReadinessSummary GetResourceSet ListCells ListCrossAccountAuthorizations ListReadinessChecks ListRecoveryGroups ListResourceSets ListRules ListTagsForResources",
		"T": "TagResource UntagResource",
		"W": "CreateCell CreateCrossAccountAuthorization CreateReadinessCheck CreateRecoveryGroup CreateResourceSet DeleteCell DeleteCrossAccountAuthorization DeleteReadinessCheck DeleteRecoveryGroup DeleteResourceSet UpdateCell UpdateReadinessCheck UpdateRecoveryGroup UpdateResourceSet"
	},
	"route53domains": {
		"L": "ListDomains ListOperations ListPrices",
		"R": "CheckDomainAvailability CheckDomainTransferability GetContactReachabilityStatus GetDomainDetail GetDomainSuggestions GetOperationDetail ListTagsForDomain ViewBilling",
		"T": "DeleteTagsForDomain UpdateTagsForDomain",
		"W": "AcceptDomainTransferFromAnotherAwsAccount AssociateDelegationSignerToDomain CancelDomainTransferToAnotherAwsAccount DeleteDomain DisableDomainAutoRenew DisableDomainTransferLock DisassociateDelegationSignerFromDomain EnableDomainAutoRenew EnableDomainTransferLock PushDomain RegisterDomain RejectDomainTransferFromAnotherAwsAccount RenewDomain ResendContactReachabilityEmail ResendOperationAuthorization RetrieveDomainAuthCode TransferDomain TransferDomainToAnotherAwsAccount UpdateDomainContact UpdateDomainContactPrivacy UpdateDomainNameservers"
	},
	"route53globalresolver": {
		"L": "ListAccessSources ListAccessTokens ListDNSViews ListFirewallDomainLists ListFirewallRules ListGlobalResolvers ListHostedZoneAssociations ListManagedFirewallDomainLists",
		"P": "AllowVendedLogDeliveryForResource",
		"R": "GetAccessSource GetAccessToken GetDNSView GetFirewallDomainList GetFirewallRule GetGlobalResolver GetHostedZoneAssociation GetManagedFirewallDomainList ListFirewallDomains",
		"T": "TagResource UntagResource",
		"W": "AssociateHostedZone BatchCreateFirewallRule BatchDeleteFirewallRule BatchUpdateFirewallRule CreateAccessSource CreateAccessToken CreateDNSView CreateFirewallDomainList CreateFirewallRule CreateGlobalResolver DeleteAccessSource DeleteAccessToken DeleteDNSView DeleteFirewallDomainList DeleteFirewallRule DeleteGlobalResolver DisableDNSView DisassociateHostedZone EnableDNSView ImportFirewallDomains ListTagsForResource UpdateAccessSource UpdateAccessToken UpdateDNSView UpdateFirewallDomains UpdateFirewallRule UpdateGlobalResolver UpdateHostedZoneAssociation"
	},
	"route53profiles": {
		"L": "ListProfileAssociations ListProfileResourceAssociations ListProfiles ListTagsForResource",
		"R": "GetProfile GetProfileAssociation GetProfilePolicy GetProfileResourceAssociation",
		"T": "TagResource UntagResource",
		"W": "AssociateProfile AssociateResourceToProfile CreateProfile DeleteProfile DisassociateProfile DisassociateResourceFromProfile PutProfilePolicy UpdateProfileResourceAssociation"
	},
	"route53resolver": {
		"L": "ListFirewallConfigs ListFirewallDomainLists ListFirewallDomains ListFirewallRuleGroupAssociations ListFirewallRuleGroups ListFirewallRuleTypes ListFirewallRules ListOutpostResolvers ListResolverConfigs ListResolverDnssecConfigs ListResolverEndpointIpAddresses ListResolverEndpoints ListResolverQueryLogConfigAssociations ListResolverQueryLogConfigs ListResolverRuleAssociations ListResolverRules",
		"P": "PutFirewallRuleGroupPolicy PutResolverQueryLogConfigPolicy PutResolverRulePolicy",
		"R": "GetFirewallConfig GetFirewallDomainList GetFirewallRuleGroup GetFirewallRuleGroupAssociation GetFirewallRuleGroupPolicy GetOutpostResolver GetResolverConfig GetResolverDnssecConfig GetResolverEndpoint GetResolverQueryLogConfig GetResolverQueryLogConfigAssociation GetResolverQueryLogConfigPolicy GetResolverRule GetResolverRuleAssociation GetResolverRulePolicy ListTagsForResource",
		"T": "TagResource UntagResource",
		"W": "AssociateFirewallRuleGroup AssociateResolverEndpointIpAddress AssociateResolverQueryLogConfig AssociateResolverRule CreateFirewallDomainList CreateFirewallRule CreateFirewallRuleGroup CreateOutpostResolver CreateResolverEndpoint CreateResolverQueryLogConfig CreateResolverRule DeleteFirewallDomainList DeleteFirewallRule DeleteFirewallRuleGroup DeleteOutpostResolver DeleteResolverEndpoint DeleteResolverQueryLogConfig DeleteResolverRule DisassociateFirewallRuleGroup DisassociateResolverEndpointIpAddress DisassociateResolverQueryLogConfig DisassociateResolverRule ImportFirewallDomains UpdateFirewallConfig UpdateFirewallDomains UpdateFirewallRule UpdateFirewallRuleGroupAssociation UpdateOutpostResolver UpdateResolverConfig UpdateResolverDnssecConfig UpdateResolverEndpoint UpdateResolverRule"
	},
	"rtbfabric": {
		"L": "ListCertificateAssociations ListLinkRoutingRules ListLinks ListRequesterGateways ListResponderGateways",
		"R": "GetCertificateAssociation GetInboundExternalLink GetLink GetLinkRoutingRule GetOutboundExternalLink GetRequesterGateway GetResponderGateway ListTagsForResource",
		"T": "TagResource UntagResource",
		"W": "AcceptLink AssociateCertificate CreateInboundExternalLink CreateLink CreateLinkRoutingRule CreateOutboundExternalLink CreateRequesterGateway CreateResponderGateway DeleteInboundExternalLink DeleteLink DeleteLinkRoutingRule DeleteOutboundExternalLink DeleteRequesterGateway DeleteResponderGateway DisassociateCertificate RejectLink UpdateLink UpdateLinkModuleFlow UpdateLinkRoutingRule UpdateRequesterGateway UpdateResponderGateway"
	},
	"rum": {
		"L": "ListAppMonitors",
		"R": "BatchGetRumMetricDefinitions GetAppMonitor GetAppMonitorData GetResourcePolicy ListRumMetricsDestinations ListTagsForResource",
		"T": "TagResource UntagResource",
		"W": "BatchCreateRumMetricDefinitions BatchDeleteRumMetricDefinitions CreateAppMonitor DeleteAppMonitor DeleteResourcePolicy DeleteRumMetricsDestination PutResourcePolicy PutRumEvents PutRumMetricsDestination UpdateAppMonitor UpdateRumMetricDefinition"
	},
	"s3": {
		"L": "ListAccessGrants ListAccessGrantsInstances ListAccessGrantsLocations ListAccessPoints ListAccessPointsForObjectLambda ListAllMyBuckets ListBucket ListBucketMultipartUploads ListBucketVersions ListCallerAccessGrants ListJobs ListMultiRegionAccessPoints ListMultipartUploadParts ListObjectAnnotations ListObjectVersionAnnotations ListStorageLensConfigurations ListStorageLensGroups ListTagsForResource",
		"P": "AssociateAccessGrantsIdentityCenter BypassGovernanceRetention CreateAccessGrant CreateAccessGrantsInstance CreateAccessGrantsLocation DeleteAccessGrant DeleteAccessGrantsInstance DeleteAccessGrantsInstanceResourcePolicy DeleteAccessGrantsLocation DeleteAccessPointPolicy DeleteAccessPointPolicyForObjectLambda DeleteBucketPolicy DissociateAccessGrantsIdentityCenter ObjectOwnerOverrideToBucketOwner PutAccessGrantsInstanceResourcePolicy PutAccessPointPolicy PutAccessPointPolicyForObjectLambda PutAccessPointPublicAccessBlock PutAccountPublicAccessBlock PutBucketAcl PutBucketOwnershipControls PutBucketPolicy PutBucketPublicAccessBlock PutMultiRegionAccessPointPolicy PutObjectAcl PutObjectVersionAcl UpdateAccessGrantsLocation",
		"R": "AllowVendedLogDeliveryForResource DescribeJob DescribeMultiRegionAccessPointOperation GetAccelerateConfiguration GetAccessGrant GetAccessGrantsInstance GetAccessGrantsInstanceForPrefix GetAccessGrantsInstanceResourcePolicy GetAccessGrantsLocation GetAccessPoint GetAccessPointConfigurationForObjectLambda GetAccessPointForObjectLambda GetAccessPointPolicy GetAccessPointPolicyForObjectLambda GetAccessPointPolicyStatus GetAccessPointPolicyStatusForObjectLambda GetAccountPublicAccessBlock GetAnalyticsConfiguration GetBucketAbac GetBucketAcl GetBucketCORS GetBucketLocation GetBucketLogging GetBucketMetadataTableConfiguration GetBucketNotification GetBucketObjectLockConfiguration GetBucketOwnershipControls GetBucketPolicy GetBucketPolicyStatus GetBucketPublicAccessBlock GetBucketRequestPayment GetBucketTagging GetBucketVersioning GetBucketWebsite GetDataAccess GetEncryptionConfiguration GetIntelligentTieringConfiguration GetInventoryConfiguration GetJobTagging GetLifecycleConfiguration GetMetricsConfiguration GetMultiRegionAccessPoint GetMultiRegionAccessPointPolicy GetMultiRegionAccessPointPolicyStatus GetMultiRegionAccessPointRoutes GetObject GetObjectAcl GetObjectAnnotation GetObjectAttributes GetObjectLegalHold GetObjectRetention GetObjectTagging GetObjectTorrent GetObjectVersion GetObjectVersionAcl GetObjectVersionAnnotation GetObjectVersionAnnotationForReplication GetObjectVersionAttributes GetObjectVersionForReplication GetObjectVersionTagging GetObjectVersionTorrent GetReplicationConfiguration GetStorageLensConfiguration GetStorageLensConfigurationTagging GetStorageLensDashboard GetStorageLensGroup",
		"T": "DeleteJobTagging DeleteObjectTagging DeleteObjectVersionTagging DeleteStorageLensConfigurationTagging PutBucketTagging PutJobTagging PutObjectTagging PutObjectVersionTagging PutStorageLensConfigurationTagging ReplicateTags TagResource UntagResource",
		"W": "AbortMultipartUpload CreateAccessPoint CreateAccessPointForObjectLambda CreateBucket CreateBucketMetadataTableConfiguration CreateJob CreateMultiRegionAccessPoint CreateStorageLensGroup DeleteAccessPoint DeleteAccessPointForObjectLambda DeleteBucket DeleteBucketMetadataTableConfiguration DeleteBucketWebsite DeleteMultiRegionAccessPoint DeleteObject DeleteObjectAnnotation DeleteObjectVersion DeleteObjectVersionAnnotation DeleteStorageLensConfiguration DeleteStorageLensGroup InitiateReplication PauseReplication PutAccelerateConfiguration PutAccessPointConfigurationForObjectLambda PutAnalyticsConfiguration PutBucketAbac PutBucketCORS PutBucketLogging PutBucketNotification PutBucketObjectLockConfiguration PutBucketRequestPayment PutBucketVersioning PutBucketWebsite PutEncryptionConfiguration PutIntelligentTieringConfiguration PutInventoryConfiguration PutLifecycleConfiguration PutMetricsConfiguration PutObject PutObjectAnnotation PutObjectLegalHold PutObjectRetention PutObjectVersionAnnotation PutReplicationConfiguration PutStorageLensConfiguration ReplicateDelete ReplicateObject ReplicateObjectAnnotation RestoreObject SubmitMultiRegionAccessPointRoutes UpdateBucketMetadataAnnotationTableConfiguration UpdateBucketMetadataInventoryTableConfiguration UpdateBucketMetadataJournalTableConfiguration UpdateJobPriority UpdateJobStatus UpdateObjectEncryption UpdateStorageLensGroup"
	},
	"s3-object-lambda": {
		"L": "ListBucket ListBucketMultipartUploads ListBucketVersions ListMultipartUploadParts",
		"P": "PutObjectAcl PutObjectVersionAcl",
		"R": "GetObject GetObjectAcl GetObjectLegalHold GetObjectRetention GetObjectTagging GetObjectVersion GetObjectVersionAcl GetObjectVersionTagging",
		"T": "DeleteObjectTagging DeleteObjectVersionTagging PutObjectTagging PutObjectVersionTagging",
		"W": "AbortMultipartUpload DeleteObject DeleteObjectVersion PutObject PutObjectLegalHold PutObjectRetention RestoreObject WriteGetObjectResponse"
	},
	"s3-outposts": {
		"L": "ListAccessPoints ListBucket ListBucketMultipartUploads ListBucketVersions ListEndpoints ListMultipartUploadParts ListOutpostsWithS3 ListRegionalBuckets ListSharedEndpoints",
		"P": "DeleteAccessPointPolicy DeleteBucketPolicy PutAccessPointPolicy PutBucketPolicy PutObjectAcl",
		"R": "GetAccessPoint GetAccessPointPolicy GetBucket GetBucketPolicy GetBucketTagging GetBucketVersioning GetLifecycleConfiguration GetObject GetObjectTagging GetObjectVersion GetObjectVersionForReplication GetObjectVersionTagging GetReplicationConfiguration",
		"T": "DeleteObjectTagging DeleteObjectVersionTagging PutBucketTagging PutObjectTagging PutObjectVersionTagging ReplicateTags",
		"W": "AbortMultipartUpload CreateAccessPoint CreateBucket CreateEndpoint DeleteAccessPoint DeleteBucket DeleteEndpoint DeleteObject DeleteObjectVersion PutBucketVersioning PutLifecycleConfiguration PutObject PutReplicationConfiguration ReplicateDelete ReplicateObject"
	},
	"s3express": {
		"L": "ListAccessPointsForDirectoryBuckets ListAllMyDirectoryBuckets ListTagsForResource",
		"P": "DeleteAccessPointPolicy DeleteAccessPointScope DeleteBucketPolicy PutAccessPointPolicy PutAccessPointScope PutBucketPolicy",
		"R": "GetAccessPoint GetAccessPointPolicy GetAccessPointScope GetBucketPolicy GetEncryptionConfiguration GetInventoryConfiguration GetLifecycleConfiguration GetMetricsConfiguration",
		"T": "TagResource UntagResource",
		"W": "CreateAccessPoint CreateBucket CreateSession DeleteAccessPoint DeleteBucket PutEncryptionConfiguration PutInventoryConfiguration PutLifecycleConfiguration PutMetricsConfiguration"
	},
	"s3files": {
		"L": "ListAccessPoints ListFileSystems ListMountTargets",
		"P": "DeleteFileSystemPolicy PutFileSystemPolicy",
		"R": "ClientMount GetAccessPoint GetFileSystem GetFileSystemPolicy GetMountTarget GetSynchronizationConfiguration ListTagsForResource",
		"T": "TagResource UntagResource",
		"W": "ClientRootAccess ClientWrite CreateAccessPoint CreateFileSystem CreateMountTarget DeleteAccessPoint DeleteFileSystem DeleteMountTarget PutSynchronizationConfiguration UpdateMountTarget"
	},
	"s3tables": {
		"L": "ListNamespaces ListTableBuckets ListTables ListTagsForResource",
		"P": "DeleteTableBucketPolicy DeleteTablePolicy PutTableBucketPolicy PutTablePolicy",
		"R": "GetNamespace GetTable GetTableBucket GetTableBucketEncryption GetTableBucketMaintenanceConfiguration GetTableBucketMetricsConfiguration GetTableBucketPolicy GetTableBucketReplication GetTableBucketStorageClass GetTableData GetTableEncryption GetTableMaintenanceConfiguration GetTableMaintenanceJobStatus GetTableMetadataLocation GetTablePolicy GetTableRecordExpirationConfiguration GetTableRecordExpirationJobStatus GetTableReplication GetTableReplicationStatus GetTableStorageClass",
		"T": "TagResource UntagResource",
		"W": "CreateNamespace CreateTable CreateTableBucket DeleteNamespace DeleteTable DeleteTableBucket DeleteTableBucketEncryption DeleteTableBucketMetricsConfiguration DeleteTableBucketReplication DeleteTableReplication PutTableBucketEncryption PutTableBucketMaintenanceConfiguration PutTableBucketMetricsConfiguration PutTableBucketReplication PutTableBucketStorageClass PutTableData PutTableEncryption PutTableMaintenanceConfiguration PutTableRecordExpirationConfiguration PutTableReplication PutTableStorageClass RenameTable UpdateTableMetadataLocation"
	},
	"s3vectors": {
		"L": "ListIndexes ListTagsForResource ListVectorBuckets ListVectors",
		"P": "DeleteVectorBucketPolicy PutVectorBucketPolicy",
		"R": "GetIndex GetVectorBucket GetVectorBucketPolicy GetVectors QueryVectors",
		"T": "TagResource UntagResource",
		"W": "CreateIndex CreateVectorBucket DeleteIndex DeleteVectorBucket DeleteVectors PutVectors"
	},
	"sagemaker": {
		"L": "ListAIBenchmarkJobs ListAIRecommendationJobs ListAIWorkloadConfigs ListActions ListAlgorithms ListAliases ListAppImageConfigs ListApps ListArtifacts ListAssociations ListAutoMLJobs ListCandidatesForAutoMLJob ListClusterEvents ListClusterNodes ListClusterSchedulerConfigs ListClusters ListCodeRepositories ListCompilationJobs ListComputeQuotas ListContexts ListDataQualityJobDefinitions ListDeviceFleets ListDevices ListDomains ListEdgeDeploymentPlans ListEdgePackagingJobs ListEndpointConfigs ListEndpoints ListExperiments ListFeatureGroups ListFlowDefinitions ListHubContentVersions ListHubContents ListHubs ListHumanLoops ListHumanTaskUis ListHyperParameterTuningJobs ListImageVersions ListImages ListInferenceComponents ListInferenceExperiments ListInferenceRecommendationsJobSteps ListInferenceRecommendationsJobs ListJobSchemaVersions ListJobs ListLabelingJobs ListLabelingJobsForWorkteam ListLineageGroups ListMlflowApps ListMlflowTrackingServers ListModelBiasJobDefinitions ListModelCardExportJobs ListModelCardVersions ListModelCards ListModelExplainabilityJobDefinitions ListModelMetadata ListModelPackageGroups ListModelPackages ListModelQualityJobDefinitions ListModels ListMonitoringAlertHistory ListMonitoringAlerts ListMonitoringExecutions ListMonitoringSchedules ListNotebookInstanceLifecycleConfigs ListNotebookInstances ListOptimizationJobs ListPartnerApps ListPipelineExecutionSteps ListPipelineExecutions ListPipelineParametersForExecution ListPipelineVersions ListPipelines ListProcessingJobs ListProjects ListRecords ListResourceCatalogs ListSharedModelEvents ListSharedModelVersions ListSharedModels ListSpaces ListStageDevices ListStudioLifecycleConfigs ListSubscribedWorkteams ListTags ListTrainingJobs ListTrainingJobsForHyperParameterTuningJob ListTrainingPlans ListTransformJobs ListTrialComponents ListTrials ListUltraServersByReservedCapacity ListUserProfiles ListWorkforces ListWorkteams QueryLineage",
		"R": "AccessModelPackage BatchDescribeModelPackage BatchGetMetrics BatchGetRecord CallWithBearerToken CreateHubContentPresignedUrls DescribeAIBenchmarkJob DescribeAIRecommendationJob DescribeAIWorkloadConfig DescribeAction DescribeAlgorithm DescribeApp DescribeAppImageConfig DescribeArtifact DescribeAutoMLJob DescribeAutoMLJobV2 DescribeCluster DescribeClusterEvent DescribeClusterInference DescribeClusterNode DescribeClusterSchedulerConfig DescribeCodeRepository DescribeCompilationJob DescribeComputeQuota DescribeContext DescribeDataQualityJobDefinition DescribeDevice DescribeDeviceFleet DescribeDomain DescribeEdgeDeploymentPlan DescribeEdgePackagingJob DescribeEndpoint DescribeEndpointConfig DescribeExperiment DescribeFeatureGroup DescribeFeatureMetadata DescribeFlowDefinition DescribeHub DescribeHubContent DescribeHumanLoop DescribeHumanTaskUi DescribeHyperParameterTuningJob DescribeImage DescribeImageVersion DescribeInferenceComponent DescribeInferenceExperiment DescribeInferenceRecommendationsJob DescribeJob DescribeJobSchemaVersion DescribeLabelingJob DescribeLineageGroup DescribeMlflowApp DescribeMlflowTrackingServer DescribeModel DescribeModelBiasJobDefinition DescribeModelCard DescribeModelCardExportJob DescribeModelExplainabilityJobDefinition DescribeModelPackage DescribeModelPackageGroup DescribeModelQualityJobDefinition DescribeMonitoringSchedule DescribeNotebookInstance DescribeNotebookInstanceLifecycleConfig DescribeOptimizationJob DescribePartnerApp DescribePipeline DescribePipelineDefinitionForExecution DescribePipelineExecution DescribeProcessingJob DescribeProject DescribeReservedCapacity DescribeSharedModel DescribeSpace DescribeStudioLifecycleConfig DescribeSubscribedWorkteam DescribeTrainingJob DescribeTrainingPlan DescribeTrainingPlanExtensionHistory DescribeTransformJob DescribeTrial DescribeTrialComponent DescribeUserProfile DescribeWorkforce DescribeWorkteam GetDeployments GetDeviceFleetReport GetDeviceRegistration GetLineageGroupPolicy GetModelPackageGroupPolicy GetRecord GetResourcePolicy GetSagemakerServicecatalogPortfolioStatus GetScalingConfigurationRecommendation GetSearchSuggestions InvokeEndpoint InvokeEndpointAsync InvokeEndpointWithResponseStream RenderUiTemplate Search SearchTrainingPlanOfferings",
		"T": "AddTags DeleteTags",
		"W": "AddAssociation AssociateTrialComponent AttachClusterNodeNetworkInterface AttachClusterNodeVolume BatchAddClusterNodes BatchDeleteClusterNodes BatchPutMetrics BatchRebootClusterNodes BatchReplaceClusterNodes BatchWriteRecord CallMlflowAppApi CallPartnerAppApi CompleteRollout CreateAIBenchmarkJob CreateAIRecommendationJob CreateAIWorkloadConfig CreateAction CreateAlgorithm CreateApp CreateAppImageConfig CreateArtifact CreateAutoMLJob CreateAutoMLJobV2 CreateCluster CreateClusterSchedulerConfig CreateCodeRepository CreateCompilationJob CreateComputeQuota CreateContext CreateDataQualityJobDefinition CreateDeviceFleet CreateDomain CreateEdgeDeploymentPlan CreateEdgeDeploymentStage CreateEdgePackagingJob CreateEndpoint CreateEndpointConfig CreateExperiment CreateFeatureGroup CreateFlowDefinition CreateHub CreateHubContentReference CreateHumanTaskUi CreateHyperParameterTuningJob CreateImage CreateImageVersion CreateInferenceComponent CreateInferenceExperiment CreateInferenceRecommendationsJob CreateJob CreateLabelingJob CreateLineageGroupPolicy CreateMlflowApp CreateMlflowTrackingServer CreateModel CreateModelBiasJobDefinition CreateModelCard CreateModelCardExportJob CreateModelExplainabilityJobDefinition CreateModelPackage CreateModelPackageGroup CreateModelQualityJobDefinition CreateMonitoringSchedule CreateNotebookInstance CreateNotebookInstanceLifecycleConfig CreateOptimizationJob CreatePartnerApp CreatePartnerAppPresignedUrl CreatePipeline CreatePresignedDomainUrl CreatePresignedMlflowAppUrl CreatePresignedMlflowTrackingServerUrl CreatePresignedNotebookInstanceUrl CreateProcessingJob CreateProject CreateReservedCapacity CreateSharedModel CreateSpace CreateStudioLifecycleConfig CreateTrainingJob CreateTrainingPlan CreateTransformJob CreateTrial CreateTrialComponent CreateUserProfile CreateWorkforce CreateWorkteam DeleteAIBenchmarkJob DeleteAIRecommendationJob DeleteAIWorkloadConfig DeleteAction DeleteAlgorithm DeleteApp DeleteAppImageConfig DeleteArtifact DeleteAssociation DeleteCluster DeleteClusterSchedulerConfig DeleteCodeRepository DeleteCompilationJob DeleteComputeQuota DeleteContext DeleteDataQualityJobDefinition DeleteDeviceFleet DeleteDomain DeleteEdgeDeploymentPlan DeleteEdgeDeploymentStage DeleteEndpoint DeleteEndpointConfig DeleteExperiment DeleteFeatureGroup DeleteFlowDefinition DeleteHub DeleteHubContent DeleteHubContentReference DeleteHumanLoop DeleteHumanTaskUi DeleteHyperParameterTuningJob DeleteImage DeleteImageVersion DeleteInferenceComponent DeleteInferenceExperiment DeleteJob DeleteLineageGroupPolicy DeleteMlflowApp DeleteMlflowTrackingServer DeleteModel DeleteModelBiasJobDefinition DeleteModelCard DeleteModelExplainabilityJobDefinition DeleteModelPackage DeleteModelPackageGroup DeleteModelPackageGroupPolicy DeleteModelQualityJobDefinition DeleteMonitoringSchedule DeleteNotebookInstance DeleteNotebookInstanceLifecycleConfig DeleteOptimizationJob DeletePartnerApp DeletePipeline DeleteProcessingJob DeleteProject DeleteRecord DeleteResourcePolicy DeleteSpace DeleteStudioLifecycleConfig DeleteTrainingJob DeleteTrial DeleteTrialComponent DeleteUserProfile DeleteWorkforce DeleteWorkteam DeployHubModel DeregisterDevices DetachClusterNodeVolume DisableSagemakerServicecatalogPortfolio DisassociateTrialComponent EnableSagemakerServicecatalogPortfolio ExtendTrainingPlan ImportHubContent PutLineageGroupPolicy PutModelPackageGroupPolicy PutRecord PutResourcePolicy RegisterDevices RetryPipelineExecution Sample SampleWithResponseStream SendHeartbeat SendPipelineExecutionStepFailure SendPipelineExecutionStepSuccess SendSharedModelEvent StartClusterHealthCheck StartEdgeDeploymentStage StartHumanLoop StartInferenceExperiment StartMlflowTrackingServer StartMonitoringSchedule StartNotebookInstance StartPipelineExecution StartSession StopAIBenchmarkJob StopAIRecommendationJob StopAutoMLJob StopCompilationJob StopEdgeDeploymentStage StopEdgePackagingJob StopHumanLoop StopHyperParameterTuningJob StopInferenceExperiment StopInferenceRecommendationsJob StopJob StopLabelingJob StopMlflowTrackingServer StopMonitoringSchedule StopNotebookInstance StopOptimizationJob StopPipelineExecution StopProcessingJob StopTrainingJob StopTransformJob TrainHubModel UpdateAction UpdateAppImageConfig UpdateArtifact UpdateCluster UpdateClusterInference UpdateClusterSchedulerConfig UpdateClusterSoftware UpdateCodeRepository UpdateComputeQuota UpdateContext UpdateDeviceFleet UpdateDevices UpdateDomain UpdateEndpoint UpdateEndpointWeightsAndCapacities UpdateExperiment UpdateFeatureGroup UpdateFeatureMetadata UpdateHub UpdateHubContent UpdateHubContentReference UpdateImage UpdateImageVersion UpdateInferenceComponent UpdateInferenceComponentRuntimeConfig UpdateInferenceExperiment UpdateMlflowApp UpdateMlflowTrackingServer UpdateModelCard UpdateModelPackage UpdateMonitoringAlert UpdateMonitoringSchedule UpdateNotebookInstance UpdateNotebookInstanceLifecycleConfig UpdatePartnerApp UpdatePipeline UpdatePipelineExecution UpdatePipelineVersion UpdateProject UpdateReward UpdateSharedModel UpdateSpace UpdateTrainingJob UpdateTrial UpdateTrialComponent UpdateUserProfile UpdateWorkforce UpdateWorkteam"
	},
	"sagemaker-data-science-assistant": { "W": "SendConversation" },
	"sagemaker-geospatial": {
		"L": "ListEarthObservationJobs ListRasterDataCollections ListTagsForResource ListVectorEnrichmentJobs",
		"R": "GetEarthObservationJob GetRasterDataCollection GetTile GetVectorEnrichmentJob SearchRasterDataCollection",
		"T": "TagResource UntagResource",
		"W": "DeleteEarthObservationJob DeleteVectorEnrichmentJob ExportEarthObservationJob ExportVectorEnrichmentJob StartEarthObservationJob StartVectorEnrichmentJob StopEarthObservationJob StopVectorEnrichmentJob"
	},
	"sagemaker-mlflow": {
		"L": "GetLatestModelVersions ListArtifacts ListLoggedModelArtifacts",
		"R": "AccessUI GetDownloadURIForModelVersionArtifacts GetExperiment GetExperimentByName GetLoggedModel GetMetricHistory GetModelVersion GetModelVersionByAlias GetRegisteredModel GetRun GetTraceInfo SearchExperiments SearchLoggedModels SearchModelVersions SearchRegisteredModels SearchRuns SearchTraces",
		"W": "CreateExperiment CreateModelVersion CreateRegisteredModel CreateRun DeleteExperiment DeleteLoggedModel DeleteLoggedModelTag DeleteModelVersion DeleteModelVersionTag DeleteRegisteredModel DeleteRegisteredModelAlias DeleteRegisteredModelTag DeleteRun DeleteTag DeleteTraceTag DeleteTraces EndTrace FinalizeLoggedModel LogBatch LogInputs LogLoggedModelParams LogMetric LogModel LogOutputs LogParam RenameRegisteredModel RestoreExperiment RestoreRun SetExperimentTag SetLoggedModelTags SetModelVersionTag SetRegisteredModelAlias SetRegisteredModelTag SetTag SetTraceTag StartTrace TransitionModelVersionStage UpdateExperiment UpdateModelVersion UpdateRegisteredModel UpdateRun"
	},
	"sagemaker-unified-studio-mcp": { "R": "AuthorizeVpce" },
	"savingsplans": {
		"L": "ListTagsForResource",
		"R": "DescribeSavingsPlanRates DescribeSavingsPlans DescribeSavingsPlansOfferingRates DescribeSavingsPlansOfferings",
		"T": "TagResource UntagResource",
		"W": "CreateSavingsPlan DeleteQueuedSavingsPlan ReturnSavingsPlan"
	},
	"scheduler": {
		"L": "ListScheduleGroups ListSchedules ListSchedulesByTarget",
		"R": "GetSchedule GetScheduleGroup ListTagsForResource",
		"T": "TagResource UntagResource",
		"W": "CreateSchedule CreateScheduleGroup DeleteSchedule DeleteScheduleGroup UpdateSchedule"
	},
	"schemas": {
		"L": "ListDiscoverers ListRegistries ListSchemaVersions ListSchemas SearchSchemas",
		"R": "DescribeCodeBinding DescribeDiscoverer DescribeRegistry DescribeSchema ExportSchema GetCodeBindingSource GetDiscoveredSchema GetResourcePolicy ListTagsForResource",
		"T": "TagResource UntagResource",
		"W": "CreateDiscoverer CreateRegistry CreateSchema DeleteDiscoverer DeleteRegistry DeleteResourcePolicy DeleteSchema DeleteSchemaVersion PutCodeBinding PutResourcePolicy StartDiscoverer StopDiscoverer UpdateDiscoverer UpdateRegistry UpdateSchema"
	},
	"scn": {
		"L": "ListAdminUsers ListDataIntegrationEvents ListDataIntegrationFlowExecutions ListDataIntegrationFlows ListDataLakeDatasets ListDataLakeNamespaces ListInstances ListTagsForResource",
		"R": "DescribeInstance GetBillOfMaterialsImportJob GetDataIntegrationEvent GetDataIntegrationFlow GetDataIntegrationFlowExecution GetDataLakeDataset GetDataLakeNamespace GetInstance",
		"T": "TagResource UntagResource",
		"W": "AssignAdminPermissionsToUser CreateBillOfMaterialsImportJob CreateDataIntegrationFlow CreateDataLakeDataset CreateDataLakeNamespace CreateInstance CreateSSOApplication DeleteDataIntegrationFlow DeleteDataLakeDataset DeleteDataLakeNamespace DeleteInstance DeleteSSOApplication RemoveAdminPermissionsForUser SendDataIntegrationEvent UpdateDataIntegrationFlow UpdateDataLakeDataset UpdateDataLakeNamespace UpdateInstance"
	},
	"sdb": {
		"L": "ListDomains ListExports",
		"R": "DomainMetadata GetAttributes GetExport Select",
		"W": "BatchDeleteAttributes BatchPutAttributes CreateDomain DeleteAttributes DeleteDomain PutAttributes StartDomainExport"
	},
	"secretsmanager": {
		"L": "ListSecrets",
		"P": "DeleteResourcePolicy PutResourcePolicy ValidateResourcePolicy",
		"R": "BatchGetSecretValue DescribeSecret GetRandomPassword GetResourcePolicy GetSecretValue ListSecretVersionIds",
		"T": "TagResource UntagResource",
		"W": "CancelRotateSecret CreateSecret DeleteSecret PutSecretValue RemoveRegionsFromReplication ReplicateSecretToRegions RestoreSecret RotateSecret StopReplicationToReplica UpdateSecret UpdateSecretVersionStage"
	},
	"security-ir": {
		"L": "ListCases ListMemberships",
		"R": "BatchGetMemberAccountDetails GetCase GetCaseAttachmentDownloadUrl GetMembership ListCaseEdits ListComments ListInvestigations ListTagsForResource",
		"T": "TagResource UntagResource",
		"W": "CancelMembership CloseCase CreateCase CreateCaseComment CreateMembership GetCaseAttachmentUploadUrl SendFeedback UpdateCase UpdateCaseComment UpdateCaseStatus UpdateMembership UpdateResolverType"
	},
	"securityagent": {
		"L": "ListActorMessages ListAgentSpaces ListApplications ListArtifacts ListCodeReviewJobTasks ListCodeReviewJobsForCodeReview ListCodeReviews ListDesignReviewComments ListDesignReviews ListDiscoveredDomains ListDiscoveredEndpoints ListFindings ListIntegratedResources ListIntegrations ListMemberships ListPentestJobTasks ListPentestJobsForPentest ListPentests ListPrivateConnections ListResourcesFromIntegration ListSecurityRequirementPacks ListSecurityRequirements ListTargetDomains ListThreatModelJobTasks ListThreatModelJobs ListThreatModels ListThreats",
		"R": "BatchGetAgentSpaces BatchGetArtifactMetadata BatchGetCodeReviewJobTasks BatchGetCodeReviewJobs BatchGetCodeReviews BatchGetFindings BatchGetPentestJobContentMetadata BatchGetPentestJobTasks BatchGetPentestJobs BatchGetPentests BatchGetSecurityRequirements BatchGetTargetDomains BatchGetThreatModelJobTasks BatchGetThreatModelJobs BatchGetThreatModels BatchGetThreats BatchGetValidationRuns DescribePrivateConnection GetApplication GetArtifact GetDesignReview GetDesignReviewArtifact GetDesignReviewFeedback GetIntegration GetProviderRegistrationManifest GetSecurityRequirement GetSecurityRequirementPack ListTagsForResource",
		"T": "TagResource UntagResource",
		"W": "AddArtifact BatchCreateSecurityRequirements BatchDeleteCodeReviews BatchDeletePentests BatchDeleteSecurityRequirements BatchDeleteThreatModels BatchDeleteThreats BatchUpdateSecurityRequirements CreateAgentSpace CreateApplication CreateCodeReview CreateDesignReview CreateIntegration CreateMembership CreateOneTimeLoginSession CreatePentest CreatePrivateConnection CreateSecurityRequirement CreateSecurityRequirementPack CreateTargetDomain CreateThreat CreateThreatModel DeleteAgentSpace DeleteApplication DeleteArtifact DeleteDesignReview DeleteIntegration DeleteMembership DeletePrivateConnection DeleteSecurityRequirement DeleteSecurityRequirementPack DeleteTargetDomain HandleProviderCallback HandleProviderRegistrationCallback ImportSecurityRequirements InitiateProviderRegistration PutDesignReviewFeedback StartCodeRemediation StartCodeReviewJob StartPentestJob StartThreatModelJob StartValidationRun StopCodeReviewJob StopPentestJob StopThreatModelJob ToggleManagedSecurityRequirement UpdateAgentSpace UpdateApplication UpdateCodeReview UpdateDiscoveredDomains UpdateFinding UpdateIntegratedResources UpdateIntegration UpdatePentest UpdatePrivateConnectionCertificate UpdateSecurityRequirement UpdateSecurityRequirementPack UpdateTargetDomain UpdateThreat UpdateThreatModel VerifyTargetDomain"
	},
	"securityhub": {
		"L": "GetEnabledStandards GetInsights ListAccountUsageV2 ListAggregatorsV2 ListAutomationRules ListAutomationRulesV2 ListConfigurationPolicies ListConfigurationPolicyAssociations ListConnectors ListConnectorsV2 ListEnabledProductsForImport ListFindingAggregators ListFreeTrialStatusesV2 ListInvitations ListMembers ListOrganizationAdminAccounts ListSecurityControlDefinitions ListStandardsControlAssociations",
		"P": "AllowVendedLogDeliveryForResource",
		"R": "BatchGetAutomationRules BatchGetConfigurationPolicyAssociations BatchGetControlEvaluations BatchGetEnabledRegionsV2 BatchGetSecurityControls BatchGetStandardsControlAssociations DescribeActionTargets DescribeHub DescribeOrganizationConfiguration DescribeProducts DescribeProductsV2 DescribeSecurityHubV2 DescribeStandards DescribeStandardsControls GetAdhocInsightResults GetAdministratorAccount GetAggregatorV2 GetAutomationRuleV2 GetConfigurationPolicy GetConfigurationPolicyAssociation GetConnector GetConnectorV2 GetControlFindingSummary GetCoverageStatisticsV2 GetFindingAggregator GetFindingHistory GetFindings GetFindingsTrendsV2 GetFreeTrialEndDate GetFreeTrialUsage GetInsightFindingTrend GetInsightResults GetInvitationsCount GetMasterAccount GetMembers GetRecommendedPolicyV2 GetResourcesStatisticsV2 GetResourcesTrendsV2 GetResourcesV2 GetSecurityControlDefinition GetUsage GetUsageV2 ListControlEvaluationSummaries ListTagsForResource SendFindingEvents SendInsightEvents",
		"T": "TagResource UntagResource",
		"W": "AcceptAdministratorInvitation AcceptInvitation BatchDeleteAutomationRules BatchDisableStandards BatchEnableStandards BatchImportFindings BatchUpdateAutomationRules BatchUpdateFindings BatchUpdateStandardsControlAssociations ConnectorRegistrationsV2 CreateActionTarget CreateAggregatorV2 CreateAutomationRule CreateAutomationRuleV2 CreateConfigurationPolicy CreateConnector CreateConnectorV2 CreateFindingAggregator CreateInsight CreateMembers CreateTicketV2 DeclineInvitations DeleteActionTarget DeleteAggregatorV2 DeleteAutomationRuleV2 DeleteConfigurationPolicy DeleteConnector DeleteConnectorV2 DeleteFindingAggregator DeleteInsight DeleteInvitations DeleteMembers DisableImportFindingsForProduct DisableOrganizationAdminAccount DisableSecurityHub DisableSecurityHubFeatureV2 DisableSecurityHubV2 DisassociateFromAdministratorAccount DisassociateFromMasterAccount DisassociateMembers EnableImportFindingsForProduct EnableOrganizationAdminAccount EnableSecurityHub EnableSecurityHubFeatureV2 EnableSecurityHubV2 GenerateRecommendedPolicyV2 InviteMembers StartConfigurationPolicyAssociation StartConfigurationPolicyDisassociation UpdateActionTarget UpdateAggregatorV2 UpdateAutomationRuleV2 UpdateConfigurationPolicy UpdateConnector UpdateConnectorV2 UpdateFindingAggregator UpdateFindings UpdateInsight UpdateOrganizationConfiguration UpdateSecurityControl UpdateSecurityHubConfiguration UpdateStandardsControl"
	},
	"securitylake": {
		"L": "ListDataLakeExceptions ListDataLakes ListLogSources ListSubscribers ListTagsForResource",
		"R": "GetDataLakeExceptionSubscription GetDataLakeOrganizationConfiguration GetDataLakeSources GetSubscriber",
		"T": "TagResource UntagResource",
		"W": "CreateAwsLogSource CreateCustomLogSource CreateDataLake CreateDataLakeExceptionSubscription CreateDataLakeOrganizationConfiguration CreateSubscriber CreateSubscriberNotification DeleteAwsLogSource DeleteCustomLogSource DeleteDataLake DeleteDataLakeExceptionSubscription DeleteDataLakeOrganizationConfiguration DeleteSubscriber DeleteSubscriberNotification DeregisterDataLakeDelegatedAdministrator RegisterDataLakeDelegatedAdministrator UpdateDataLake UpdateDataLakeExceptionSubscription UpdateSubscriber UpdateSubscriberNotification"
	},
	"serverlessrepo": {
		"L": "ListApplicationDependencies ListApplicationVersions ListApplications",
		"R": "GetApplication GetApplicationPolicy GetCloudFormationTemplate SearchApplications",
		"W": "CreateApplication CreateApplicationVersion CreateCloudFormationChangeSet CreateCloudFormationTemplate DeleteApplication PutApplicationPolicy UnshareApplication UpdateApplication"
	},
	"servicecatalog": {
		"L": "DescribePortfolioShares ListAcceptedPortfolioShares ListApplications ListAssociatedAttributeGroups ListAssociatedResources ListAttributeGroups ListAttributeGroupsForApplication ListBudgetsForResource ListConstraintsForPortfolio ListLaunchPaths ListOrganizationPortfolioAccess ListPortfolioAccess ListPortfolios ListPortfoliosForProduct ListPrincipalsForPortfolio ListProvisionedProductPlans ListProvisioningArtifacts ListProvisioningArtifactsForServiceAction ListRecordHistory ListResourcesForTagOption ListServiceActions ListServiceActionsForProvisioningArtifact ListStackInstancesForProvisionedProduct ListTagOptions ScanProvisionedProducts SearchProducts SearchProductsAsAdmin SearchProvisionedProducts",
		"P": "CreatePortfolioShare DeletePortfolioShare UpdatePortfolioShare",
		"R": "DescribeConstraint DescribeCopyProductStatus DescribePortfolio DescribePortfolioShareStatus DescribeProduct DescribeProductAsAdmin DescribeProductView DescribeProvisionedProduct DescribeProvisionedProductPlan DescribeProvisioningArtifact DescribeProvisioningParameters DescribeRecord DescribeServiceAction DescribeServiceActionExecutionParameters DescribeTagOption GetAWSOrganizationsAccessStatus GetApplication GetAssociatedResource GetAttributeGroup GetConfiguration GetProvisionedProductOutputs GetResourcePolicy ListTagsForResource",
		"T": "TagResource UntagResource",
		"W": "AcceptPortfolioShare AssociateAttributeGroup AssociateBudgetWithResource AssociatePrincipalWithPortfolio AssociateProductWithPortfolio AssociateResource AssociateServiceActionWithProvisioningArtifact AssociateTagOptionWithResource BatchAssociateServiceActionWithProvisioningArtifact BatchDisassociateServiceActionFromProvisioningArtifact CopyProduct CreateApplication CreateAttributeGroup CreateConstraint CreatePortfolio CreateProduct CreateProvisionedProductPlan CreateProvisioningArtifact CreateServiceAction CreateTagOption DeleteApplication DeleteAttributeGroup DeleteConstraint DeletePortfolio DeleteProduct DeleteProvisionedProductPlan DeleteProvisioningArtifact DeleteResourcePolicy DeleteServiceAction DeleteTagOption DisableAWSOrganizationsAccess DisassociateAttributeGroup DisassociateBudgetFromResource DisassociatePrincipalFromPortfolio DisassociateProductFromPortfolio DisassociateResource DisassociateServiceActionFromProvisioningArtifact DisassociateTagOptionFromResource EnableAWSOrganizationsAccess ExecuteProvisionedProductPlan ExecuteProvisionedProductServiceAction ImportAsProvisionedProduct NotifyProvisionProductEngineWorkflowResult NotifyTerminateProvisionedProductEngineWorkflowResult NotifyUpdateProvisionedProductEngineWorkflowResult ProvisionProduct PutConfiguration PutResourcePolicy RejectPortfolioShare SyncResource TerminateProvisionedProduct UpdateApplication UpdateAttributeGroup UpdateConstraint UpdatePortfolio UpdateProduct UpdateProvisionedProduct UpdateProvisionedProductProperties UpdateProvisioningArtifact UpdateServiceAction UpdateTagOption"
	},
	"servicediscovery": {
		"L": "ListOperations",
		"R": "DiscoverInstances DiscoverInstancesRevision GetInstance GetInstancesHealthStatus GetNamespace GetOperation GetResourcePolicy GetService GetServiceAttributes ListInstances ListNamespaces ListServices ListTagsForResource",
		"T": "TagResource UntagResource",
		"W": "CreateHttpNamespace CreatePrivateDnsNamespace CreatePublicDnsNamespace CreateService DeleteNamespace DeleteResourcePolicy DeleteService DeleteServiceAttributes DeregisterInstance PutResourcePolicy RegisterInstance UpdateHttpNamespace UpdateInstanceCustomHealthStatus UpdatePrivateDnsNamespace UpdatePublicDnsNamespace UpdateService UpdateServiceAttributes"
	},
	"serviceextract": { "R": "GetConfig" },
	"servicequotas": {
		"R": "GetAWSDefaultServiceQuota GetAssociationForServiceQuotaTemplate GetAutoManagementConfiguration GetQuotaUtilizationReport GetRequestedServiceQuotaChange GetServiceQuota GetServiceQuotaIncreaseRequestFromTemplate ListAWSDefaultServiceQuotas ListRequestedServiceQuotaChangeHistory ListRequestedServiceQuotaChangeHistoryByQuota ListServiceQuotaIncreaseRequestsInTemplate ListServiceQuotas ListServices ListTagsForResource StartQuotaUtilizationReport",
		"T": "TagResource UntagResource",
		"W": "AssociateServiceQuotaTemplate CreateSupportCase DeleteServiceQuotaIncreaseRequestFromTemplate DisassociateServiceQuotaTemplate PutServiceQuotaIncreaseRequestIntoTemplate RequestServiceQuotaIncrease StartAutoManagement StopAutoManagement UpdateAutoManagement"
	},
	"ses": {
		"L": "ListAddonInstances ListAddonSubscriptions ListAddressListImportJobs ListAddressLists ListArchiveExports ListArchiveSearches ListArchives ListConfigurationSets ListContactLists ListContacts ListCustomVerificationEmailTemplates ListDedicatedIpPools ListDeliverabilityTestReports ListEmailIdentities ListEmailIdentityCertificates ListEmailTemplates ListExportJobs ListIdentities ListIdentityPolicies ListImportJobs ListIngressPoints ListMembersOfAddressList ListMultiRegionEndpoints ListRelays ListReputationEntities ListResourceTenants ListRuleSets ListTemplates ListTenantResources ListTenants ListTrafficPolicies",
		"P": "AllowVendedLogDeliveryForResource ApplyTrackingConfigurationOverrides CreateEmailIdentityPolicy DeleteEmailIdentityPolicy DeleteIdentityPolicy PutIdentityPolicy ReplicateEmailIdentityDkimSigningKey UpdateEmailIdentityPolicy",
		"R": "BatchGetMetricData DescribeActiveReceiptRuleSet DescribeConfigurationSet DescribeReceiptRule DescribeReceiptRuleSet GetAccount GetAccountSendingEnabled GetAddonInstance GetAddonSubscription GetAddressList GetAddressListImportJob GetArchive GetArchiveExport GetArchiveMessage GetArchiveMessageContent GetArchiveSearch GetArchiveSearchResults GetBlacklistReports GetConfigurationSet GetConfigurationSetEventDestinations GetContact GetContactList GetCustomVerificationEmailTemplate GetDedicatedIp GetDedicatedIpPool GetDedicatedIps GetDeliverabilityDashboardOptions GetDeliverabilityTestReport GetDomainDeliverabilityCampaign GetDomainStatisticsReport GetEmailAddressInsights GetEmailIdentity GetEmailIdentityPolicies GetEmailTemplate GetExportJob GetIdentityDkimAttributes GetIdentityMailFromDomainAttributes GetIdentityNotificationAttributes GetIdentityPolicies GetIdentityVerificationAttributes GetImportJob GetIngressPoint GetMemberOfAddressList GetMessageInsights GetMultiRegionEndpoint GetRelay GetReputationEntity GetRuleSet GetSendQuota GetSendStatistics GetSuppressedDestination GetTemplate GetTenant GetTrafficPolicy ListDomainDeliverabilityCampaigns ListReceiptFilters ListReceiptRuleSets ListRecommendations ListSuppressedDestinations ListTagsForResource ListVerifiedEmailAddresses",
		"T": "TagResource UntagResource",
		"W": "AssociateEmailIdentityCertificate CancelExportJob CloneReceiptRuleSet CreateAddonInstance CreateAddonSubscription CreateAddressList CreateAddressListImportJob CreateArchive CreateConfigurationSet CreateConfigurationSetEventDestination CreateConfigurationSetTrackingOptions CreateContact CreateContactList CreateCustomVerificationEmailTemplate CreateDedicatedIpPool CreateDeliverabilityTestReport CreateEmailIdentity CreateEmailTemplate CreateExportJob CreateImportJob CreateIngressPoint CreateMultiRegionEndpoint CreateReceiptFilter CreateReceiptRule CreateReceiptRuleSet CreateRelay CreateRuleSet CreateTemplate CreateTenant CreateTenantResourceAssociation CreateTrafficPolicy DeleteAddonInstance DeleteAddonSubscription DeleteAddressList DeleteArchive DeleteConfigurationSet DeleteConfigurationSetEventDestination DeleteConfigurationSetTrackingOptions DeleteContact DeleteContactList DeleteCustomVerificationEmailTemplate DeleteDedicatedIpPool DeleteEmailIdentity DeleteEmailTemplate DeleteIdentity DeleteIngressPoint DeleteMultiRegionEndpoint DeleteReceiptFilter DeleteReceiptRule DeleteReceiptRuleSet DeleteRelay DeleteRuleSet DeleteSuppressedDestination DeleteTemplate DeleteTenant DeleteTenantResourceAssociation DeleteTrafficPolicy DeleteVerifiedEmailAddress DeregisterMemberFromAddressList DisassociateEmailIdentityCertificate PutAccountDedicatedIpWarmupAttributes PutAccountDetails PutAccountPricingAttributes PutAccountSendingAttributes PutAccountSuppressionAttributes PutAccountVdmAttributes PutConfigurationSetArchivingOptions PutConfigurationSetDeliveryOptions PutConfigurationSetReputationOptions PutConfigurationSetSendingOptions PutConfigurationSetSuppressionOptions PutConfigurationSetTrackingOptions PutConfigurationSetVdmOptions PutDedicatedIpInPool PutDedicatedIpPoolScalingAttributes PutDedicatedIpWarmupAttributes PutDeliverabilityDashboardOption PutEmailIdentityConfigurationSetAttributes PutEmailIdentityDkimAttributes PutEmailIdentityDkimSigningAttributes PutEmailIdentityFeedbackAttributes PutEmailIdentityMailFromAttributes PutSuppressedDestination PutTenantSuppressionAttributes RegisterMemberToAddressList ReorderReceiptRuleSet SendBounce SendBulkEmail SendBulkTemplatedEmail SendCustomVerificationEmail SendEmail SendRawEmail SendTemplatedEmail SetActiveReceiptRuleSet SetIdentityDkimEnabled SetIdentityFeedbackForwardingEnabled SetIdentityHeadersInNotificationsEnabled SetIdentityMailFromDomain SetIdentityNotificationTopic SetReceiptRulePosition StartAddressListImportJob StartArchiveExport StartArchiveSearch StopAddressListImportJob StopArchiveExport StopArchiveSearch TestRenderEmailTemplate TestRenderTemplate UpdateAccountSendingEnabled UpdateArchive UpdateConfigurationSet UpdateConfigurationSetEventDestination UpdateConfigurationSetReputationMetricsEnabled UpdateConfigurationSetSendingEnabled UpdateConfigurationSetTrackingOptions UpdateContact UpdateContactList UpdateCustomVerificationEmailTemplate UpdateEmailTemplate UpdateIngressPoint UpdateReceiptRule UpdateRelay UpdateReputationEntityCustomerManagedStatus UpdateReputationEntityPolicy UpdateRuleSet UpdateTemplate UpdateTrafficPolicy VerifyDomainDkim VerifyDomainIdentity VerifyEmailAddress VerifyEmailIdentity"
	},
	"shield": {
		"L": "ListAttacks ListMitigations ListProtectionGroups ListProtections ListResourcesInProtectionGroup",
		"R": "DescribeAttack DescribeAttackContributors DescribeAttackStatistics DescribeDRTAccess DescribeEmergencyContactSettings DescribeProtection DescribeProtectionGroup DescribeSubscription GetGlobalThreatData GetSubscriptionState ListTagsForResource",
		"T": "TagResource UntagResource",
		"W": "AssociateDRTLogBucket AssociateDRTRole AssociateHealthCheck AssociateProactiveEngagementDetails CreateProtection CreateProtectionGroup CreateSubscription DeleteProtection DeleteProtectionGroup DeleteSubscription DisableApplicationLayerAutomaticResponse DisableProactiveEngagement DisassociateDRTLogBucket DisassociateDRTRole DisassociateHealthCheck EnableApplicationLayerAutomaticResponse EnableProactiveEngagement UpdateApplicationLayerAutomaticResponse UpdateEmergencyContactSettings UpdateProtectionGroup UpdateSubscription"
	},
	"signer": {
		"L": "ListSigningJobs ListSigningPlatforms ListSigningProfiles",
		"P": "AddProfilePermission RemoveProfilePermission",
		"R": "DescribeSigningJob GetRevocationStatus GetSigningPlatform GetSigningProfile ListProfilePermissions ListTagsForResource",
		"T": "TagResource UntagResource",
		"W": "CancelSigningProfile PutSigningProfile RevokeSignature RevokeSigningProfile SignPayload StartSigningJob"
	},
	"signin": {
		"L": "ListResourcePermissionStatements ListTrustedIdentityPropagationApplicationsForConsole",
		"R": "Authenticate AuthorizeOAuth2Access CreateOAuth2Token GetConsoleAuthorizationConfiguration GetResourcePolicy IntrospectOAuth2Token",
		"W": "CreateAccount CreateOAuth2PublicClient CreateTrustedIdentityPropagationApplicationForConsole DeleteConsoleAuthorizationConfiguration DeleteResourcePermissionStatement PutConsoleAuthorizationConfiguration PutResourcePermissionStatement RevokeOAuth2Token"
	},
	"simspaceweaver": {
		"L": "ListSimulations",
		"R": "DescribeApp DescribeSimulation ListApps ListTagsForResource",
		"T": "TagResource UntagResource",
		"W": "CreateSnapshot DeleteApp DeleteSimulation StartApp StartClock StartSimulation StopApp StopClock StopSimulation"
	},
	"sms": {
		"L": "ListApps",
		"R": "GetApp GetAppLaunchConfiguration GetAppReplicationConfiguration GetAppValidationConfiguration GetAppValidationOutput GetConnectors GetMessages GetReplicationJobs GetReplicationRuns GetServers",
		"W": "CreateApp CreateReplicationJob DeleteApp DeleteAppLaunchConfiguration DeleteAppReplicationConfiguration DeleteAppValidationConfiguration DeleteReplicationJob DeleteServerCatalog DisassociateConnector GenerateChangeSet GenerateTemplate ImportAppCatalog ImportServerCatalog LaunchApp NotifyAppValidationOutput PutAppLaunchConfiguration PutAppReplicationConfiguration PutAppValidationConfiguration SendMessage StartAppReplication StartOnDemandAppReplication StartOnDemandReplicationRun StopAppReplication TerminateApp UpdateApp UpdateReplicationJob"
	},
	"sms-voice": {
		"P": "DeleteResourcePolicy PutResourcePolicy",
		"R": "CarrierLookup DescribeAccountAttributes DescribeAccountLimits DescribeConfigurationSets DescribeKeywords DescribeNotifyConfigurations DescribeNotifyTemplates DescribeOptOutLists DescribeOptedOutNumbers DescribePhoneNumbers DescribePools DescribeProtectConfigurations DescribeRcsAgentCountryLaunchStatus DescribeRcsAgents DescribeRegistrationAttachments DescribeRegistrationFieldDefinitions DescribeRegistrationFieldValues DescribeRegistrationSectionDefinitions DescribeRegistrationTypeDefinitions DescribeRegistrationVersions DescribeRegistrations DescribeSenderIds DescribeSpendLimits DescribeVerifiedDestinationNumbers GetConfigurationSetEventDestinations GetProtectConfigurationCountryRuleSet GetResourcePolicy ListAvailablePhoneNumbers ListConfigurationSets ListNotifyCountries ListPoolOriginationIdentities ListProtectConfigurationRuleSetNumberOverrides ListRegistrationAssociations ListTagsForResource",
		"T": "TagResource UntagResource",
		"W": "AssociateOriginationIdentity AssociateProtectConfiguration CreateConfigurationSet CreateConfigurationSetEventDestination CreateEventDestination CreateNotifyConfiguration CreateOptOutList CreatePool CreateProtectConfiguration CreateRcsAgent CreateRegistration CreateRegistrationAssociation CreateRegistrationAttachment CreateRegistrationVersion CreateVerifiedDestinationNumber DeleteAccountDefaultProtectConfiguration DeleteConfigurationSet DeleteConfigurationSetEventDestination DeleteDefaultMessageType DeleteDefaultSenderId DeleteEventDestination DeleteKeyword DeleteMediaMessageSpendLimitOverride DeleteNotifyConfiguration DeleteNotifyMessageSpendLimitOverride DeleteOptOutList DeleteOptedOutNumber DeletePool DeleteProtectConfiguration DeleteProtectConfigurationRuleSetNumberOverride DeleteRcsAgent DeleteRcsMessageSpendLimitOverride DeleteRegistration DeleteRegistrationAttachment DeleteRegistrationFieldValue DeleteTextMessageSpendLimitOverride DeleteVerifiedDestinationNumber DeleteVoiceMessageSpendLimitOverride DisassociateOriginationIdentity DisassociateProtectConfiguration DiscardRegistrationVersion PutKeyword PutMessageFeedback PutOptedOutNumber PutProtectConfigurationRuleSetNumberOverride PutRegistrationFieldValue ReleasePhoneNumber ReleaseSenderId RequestPhoneNumber RequestSenderId SendDestinationNumberVerificationCode SendMediaMessage SendNotifyTextMessage SendNotifyVoiceMessage SendRcsMessage SendTextMessage SendVoiceMessage SetAccountDefaultProtectConfiguration SetDefaultMessageFeedbackEnabled SetDefaultMessageType SetDefaultSenderId SetMediaMessageSpendLimitOverride SetNotifyMessageSpendLimitOverride SetRcsMessageSpendLimitOverride SetTextMessageSpendLimitOverride SetVoiceMessageSpendLimitOverride SubmitRegistrationVersion UpdateConfigurationSetEventDestination UpdateEventDestination UpdateNotifyConfiguration UpdatePhoneNumber UpdatePool UpdateProtectConfiguration UpdateProtectConfigurationCountryRuleSet UpdateRcsAgent UpdateSenderId VerifyDestinationNumber"
	},
	"snow-device-management": {
		"L": "ListDeviceResources ListDevices ListExecutions ListTasks",
		"R": "DescribeDevice DescribeDeviceEc2Instances DescribeExecution DescribeTask ListTagsForResource",
		"T": "TagResource UntagResource",
		"W": "CancelTask CreateTask"
	},
	"snowball": {
		"L": "DescribeAddresses ListClusterJobs ListClusters ListCompatibleImages ListJobs ListPickupLocations ListServiceVersions",
		"R": "DescribeAddress DescribeCluster DescribeJob DescribeReturnShippingLabel GetJobManifest GetJobUnlockCode GetSnowballUsage GetSoftwareUpdates ListLongTermPricing",
		"W": "CancelCluster CancelJob CreateAddress CreateCluster CreateJob CreateLongTermPricing CreateReturnShippingLabel UpdateCluster UpdateJob UpdateJobShipmentState UpdateLongTermPricing"
	},
	"sns": {
		"L": "ListEndpointsByPlatformApplication ListOriginationNumbers ListPlatformApplications ListSMSSandboxPhoneNumbers ListSubscriptions ListSubscriptionsByTopic ListTopics",
		"P": "AddPermission RemovePermission SetTopicAttributes",
		"R": "CheckIfPhoneNumberIsOptedOut GetDataProtectionPolicy GetEndpointAttributes GetPlatformApplicationAttributes GetSMSAttributes GetSMSSandboxAccountStatus GetSubscriptionAttributes GetTopicAttributes ListPhoneNumbersOptedOut ListTagsForResource",
		"T": "TagResource UntagResource",
		"W": "ConfirmSubscription CreatePlatformApplication CreatePlatformEndpoint CreateSMSSandboxPhoneNumber CreateTopic DeleteEndpoint DeletePlatformApplication DeleteSMSSandboxPhoneNumber DeleteTopic OptInPhoneNumber Publish PutDataProtectionPolicy SetEndpointAttributes SetPlatformApplicationAttributes SetSMSAttributes SetSubscriptionAttributes Subscribe Unsubscribe VerifySMSSandboxPhoneNumber"
	},
	"social-messaging": {
		"L": "ListLinkedWhatsAppBusinessAccounts ListWhatsAppFlowAssets ListWhatsAppFlows ListWhatsAppMessageTemplates ListWhatsAppTemplateLibrary",
		"R": "GetLinkedWhatsAppBusinessAccount GetLinkedWhatsAppBusinessAccountPhoneNumber GetWhatsAppCallPermission GetWhatsAppFlow GetWhatsAppFlowPreview GetWhatsAppMessageTemplate ListTagsForResource",
		"T": "TagResource UntagResource",
		"W": "AssociateWhatsAppBusinessAccount CreateWhatsAppFlow CreateWhatsAppMessageTemplate CreateWhatsAppMessageTemplateFromLibrary CreateWhatsAppMessageTemplateMedia DeleteWhatsAppFlow DeleteWhatsAppMessageMedia DeleteWhatsAppMessageTemplate DeprecateWhatsAppFlow DisassociateWhatsAppBusinessAccount GetWhatsAppMessageMedia PostWhatsAppMessageMedia PublishWhatsAppFlow PutWhatsAppBusinessAccountEventDestinations SendWhatsAppCallEvent SendWhatsAppMessage UpdateLinkedWhatsAppBusinessAccountPhoneNumber UpdateWhatsAppFlow UpdateWhatsAppFlowAssets UpdateWhatsAppMessageTemplate"
	},
	"sqlworkbench": {
		"L": "ListConnections ListDatabases ListFiles ListNotebookVersions ListNotebooks ListQueryExecutionHistory ListRedshiftClusters ListSavedQueryVersions ListTabs",
		"R": "BatchGetNotebookCell ExportNotebook GetAccountInfo GetAccountSettings GetAutocompletionMetadata GetAutocompletionResource GetChart GetConnection GetNotebook GetNotebookVersion GetQCustomContext GetQSqlPromptQuotas GetQSqlRecommendations GetQueryExecutionHistory GetSavedQuery GetSchemaInference GetSqlGenerationContext GetSqlRecommendations GetUserInfo GetUserWorkspaceSettings ListSampleDatabases ListTaggedResources ListTagsForResource",
		"T": "TagResource UntagResource",
		"W": "AssociateConnectionWithChart AssociateConnectionWithTab AssociateNotebookWithTab AssociateQueryWithTab BatchDeleteFolder CreateAccount CreateChart CreateConnection CreateFolder CreateNotebook CreateNotebookCell CreateNotebookFromVersion CreateNotebookVersion CreateSavedQuery DeleteChart DeleteConnection DeleteNotebook DeleteNotebookCell DeleteNotebookVersion DeleteQCustomContext DeleteSavedQuery DeleteSqlGenerationContext DeleteTab DriverExecute DuplicateNotebook GenerateSession ImportNotebook PassAccountSettings PutQCustomContext PutSqlGenerationContext PutTab PutUserWorkspaceSettings RestoreNotebookVersion UpdateAccountConnectionSettings UpdateAccountExportSettings UpdateAccountGeneralSettings UpdateAccountQSqlSettings UpdateChart UpdateConnection UpdateFileFolder UpdateFolder UpdateNotebook UpdateNotebookCellContent UpdateNotebookCellLayout UpdateSavedQuery"
	},
	"sqs": {
		"P": "AddPermission RemovePermission SetQueueAttributes",
		"R": "GetQueueAttributes GetQueueUrl ListDeadLetterSourceQueues ListMessageMoveTasks ListQueueTags ListQueues ReceiveMessage",
		"T": "TagQueue UntagQueue",
		"W": "CancelMessageMoveTask ChangeMessageVisibility CreateQueue DeleteMessage DeleteQueue PurgeQueue SendMessage StartMessageMoveTask"
	},
	"ssm": {
		"L": "DescribeMaintenanceWindowExecutionTaskInvocations DescribeMaintenanceWindowExecutionTasks DescribeMaintenanceWindowExecutions DescribeMaintenanceWindowSchedule DescribeMaintenanceWindowTargets DescribeMaintenanceWindowTasks DescribeMaintenanceWindows DescribeMaintenanceWindowsForTarget DescribeParameters DescribePatchBaselines DescribePatchGroupState DescribePatchGroups DescribePatchProperties DescribeSessions GetResourcePolicies ListAssociationVersions ListAssociations ListCloudConnectors ListCommandInvocations ListCommands ListComplianceItems ListComplianceSummaries ListDocumentMetadataHistory ListDocumentVersions ListDocuments ListInstanceAssociations ListInventoryEntries ListNodes ListNodesSummary ListOpsItemEvents ListOpsItemRelatedItems ListOpsMetadata ListResourceComplianceSummaries ListResourceDataSync ListTagsForResource",
		"P": "DeleteResourcePolicy ModifyDocumentPermission PutResourcePolicy",
		"R": "DescribeActivations DescribeAssociation DescribeAssociationExecutionTargets DescribeAssociationExecutions DescribeAutomationExecutions DescribeAutomationStepExecutions DescribeAvailablePatches DescribeDocument DescribeDocumentParameters DescribeDocumentPermission DescribeEffectiveInstanceAssociations DescribeEffectivePatchesForPatchBaseline DescribeInstanceAssociationsStatus DescribeInstanceInformation DescribeInstancePatchStates DescribeInstancePatchStatesForPatchGroup DescribeInstancePatches DescribeInstanceProperties DescribeInventoryDeletions DescribeOpsItems ExecuteAPI GetAccessToken GetAutomationExecution GetCalendar GetCalendarState GetCloudConnector GetCommandInvocation GetConnectionStatus GetDefaultPatchBaseline GetDeployablePatchSnapshotForInstance GetDocument GetExecutionPreview GetInventory GetInventorySchema GetMaintenanceWindow GetMaintenanceWindowExecution GetMaintenanceWindowExecutionTask GetMaintenanceWindowExecutionTaskInvocation GetMaintenanceWindowTask GetManifest GetOpsItem GetOpsMetadata GetOpsSummary GetParameter GetParameterHistory GetParameters GetParametersByPath GetPatchBaseline GetPatchBaselineForPatchGroup GetServiceSetting PutConfigurePackageResult StartExecutionPreview ValidateCloudConnector",
		"T": "AddTagsToResource RemoveTagsFromResource",
		"W": "AssociateOpsItemRelatedItem CancelCommand CancelMaintenanceWindowExecution CreateActivation CreateAssociation CreateAssociationBatch CreateCloudConnector CreateDocument CreateMaintenanceWindow CreateOpsItem CreateOpsMetadata CreatePatchBaseline CreateResourceDataSync DeleteActivation DeleteAssociation DeleteCloudConnector DeleteDocument DeleteInventory DeleteMaintenanceWindow DeleteOpsItem DeleteOpsMetadata DeleteParameter DeleteParameters DeletePatchBaseline DeleteResourceDataSync DeregisterManagedInstance DeregisterPatchBaselineForPatchGroup DeregisterTargetFromMaintenanceWindow DeregisterTaskFromMaintenanceWindow DisassociateOpsItemRelatedItem LabelParameterVersion PutCalendar PutComplianceItems PutInventory PutParameter RegisterDefaultPatchBaseline RegisterManagedInstance RegisterPatchBaselineForPatchGroup RegisterTargetWithMaintenanceWindow RegisterTaskWithMaintenanceWindow RequestManagedInstanceRoleToken ResetServiceSetting ResumeSession SendAutomationSignal SendCommand StartAccessRequest StartAssociationsOnce StartAutomationExecution StartChangeRequestExecution StartSession StopAutomationExecution TerminateSession UnlabelParameterVersion UpdateAssociation UpdateAssociationStatus UpdateCloudConnector UpdateDocument UpdateDocumentDefaultVersion UpdateDocumentMetadata UpdateInstanceAssociationStatus UpdateInstanceInformation UpdateMaintenanceWindow UpdateMaintenanceWindowTarget UpdateMaintenanceWindowTask UpdateManagedInstancePublicKey UpdateManagedInstanceRole UpdateOpsItem UpdateOpsMetadata UpdatePatchBaseline UpdateResourceDataSync UpdateServiceSetting"
	},
	"ssm-contacts": {
		"L": "ListContactChannels ListContacts ListEngagements ListPageReceipts ListPageResolutions ListPagesByContact ListPagesByEngagement ListPreviewRotationShifts ListRotationOverrides ListRotationShifts ListRotations",
		"P": "AssociateContact",
		"R": "DescribeEngagement DescribePage GetContact GetContactChannel GetContactPolicy GetRotation GetRotationOverride ListTagsForResource",
		"T": "TagResource UntagResource",
		"W": "AcceptPage ActivateContactChannel CreateContact CreateContactChannel CreateRotation CreateRotationOverride DeactivateContactChannel DeleteContact DeleteContactChannel DeleteRotation DeleteRotationOverride PutContactPolicy SendActivationCode StartEngagement StopEngagement UpdateContact UpdateContactChannel UpdateRotation"
	},
	"ssm-guiconnect": {
		"L": "ListConnections",
		"R": "GetConnection GetConnectionRecordingPreferences",
		"W": "CancelConnection DeleteConnectionRecordingPreferences StartConnection UpdateConnectionRecordingPreferences"
	},
	"ssm-incidents": {
		"L": "ListIncidentFindings ListIncidentRecords ListRelatedItems ListReplicationSets ListResponsePlans ListTimelineEvents",
		"P": "DeleteResourcePolicy PutResourcePolicy",
		"R": "BatchGetIncidentFindings GetIncidentRecord GetReplicationSet GetResourcePolicies GetResponsePlan GetTimelineEvent ListTagsForResource",
		"T": "TagResource UntagResource",
		"W": "CreateReplicationSet CreateResponsePlan CreateTimelineEvent DeleteIncidentRecord DeleteReplicationSet DeleteResponsePlan DeleteTimelineEvent StartIncident UpdateDeletionProtection UpdateIncidentRecord UpdateRelatedItems UpdateReplicationSet UpdateResponsePlan UpdateTimelineEvent"
	},
	"ssm-quicksetup": {
		"L": "ListConfigurationManagers ListConfigurations",
		"R": "GetConfiguration GetConfigurationManager GetServiceSettings ListQuickSetupTypes ListTagsForResource",
		"T": "TagResource UntagResource",
		"W": "CreateConfigurationManager DeleteConfigurationManager UpdateConfigurationDefinition UpdateConfigurationManager UpdateServiceSettings"
	},
	"ssm-sap": {
		"L": "ListApplications ListComponents ListConfigurationCheckDefinitions ListConfigurationCheckOperations ListDatabases ListOperationEvents ListOperations ListSubCheckResults ListSubCheckRuleResults",
		"P": "DeleteResourcePermission GetResourcePermission PutResourcePermission",
		"R": "GetApplication GetComponent GetConfigurationCheckOperation GetDatabase GetOperation ListTagsForResource",
		"T": "TagResource UntagResource",
		"W": "BackupDatabase DeregisterApplication RegisterApplication RestoreDatabase StartApplication StartApplicationRefresh StartConfigurationChecks StopApplication UpdateApplicationSettings UpdateHANABackupSettings"
	},
	"ssmmessages": { "W": "CreateControlChannel CreateDataChannel OpenControlChannel OpenDataChannel" },
	"sso": {
		"L": "ListAccountAssignmentCreationStatus ListAccountAssignmentDeletionStatus ListAccountAssignments ListAccountAssignmentsForPrincipal ListAccountsForProvisionedPermissionSet ListApplicationAccessScopes ListApplicationAssignments ListApplicationAssignmentsForPrincipal ListApplicationAuthenticationMethods ListApplicationGrants ListApplicationInstances ListApplicationProviders ListApplicationTemplates ListApplications ListCustomerManagedPolicyReferencesInPermissionSet ListInstances ListManagedPoliciesInPermissionSet ListPermissionSetProvisioningStatus ListPermissionSets ListPermissionSetsProvisionedToAccount ListProfiles ListRegions ListTrustedTokenIssuers",
		"P": "AttachCustomerManagedPolicyReferenceToPermissionSet AttachManagedPolicyToPermissionSet DeletePermissionsBoundaryFromPermissionSet DetachCustomerManagedPolicyReferenceFromPermissionSet DetachManagedPolicyFromPermissionSet PutPermissionsBoundaryToPermissionSet PutPermissionsPolicy UpdatePermissionSet",
		"R": "DescribeAccountAssignmentCreationStatus DescribeAccountAssignmentDeletionStatus DescribeApplication DescribeApplicationAssignment DescribeApplicationProvider DescribeInstance DescribeInstanceAccessControlAttributeConfiguration DescribePermissionSet DescribePermissionSetProvisioningStatus DescribeRegion DescribeRegisteredRegions DescribeTrustedTokenIssuer GetApplicationAccessScope GetApplicationAssignmentConfiguration GetApplicationAuthenticationMethod GetApplicationGrant GetApplicationInstance GetApplicationSessionConfiguration GetApplicationTemplate GetInlinePolicyForPermissionSet GetManagedApplicationInstance GetMfaDeviceManagementForDirectory GetPermissionSet GetPermissionsBoundaryForPermissionSet GetProfile GetSSOStatus GetSharedSsoConfiguration GetSsoConfiguration GetTrust ListApplicationInstanceCertificates ListDirectoryAssociations ListProfileAssociations ListTagsForResource SearchGroups SearchUsers",
		"T": "TagResource UntagResource",
		"W": "AddRegion AssociateDirectory AssociateProfile CreateAccountAssignment CreateApplication CreateApplicationAssignment CreateApplicationInstance CreateApplicationInstanceCertificate CreateInstance CreateInstanceAccessControlAttributeConfiguration CreateManagedApplicationInstance CreatePermissionSet CreateProfile CreateTrust CreateTrustedTokenIssuer DeleteAccountAssignment DeleteApplication DeleteApplicationAccessScope DeleteApplicationAssignment DeleteApplicationAuthenticationMethod DeleteApplicationGrant DeleteApplicationInstance DeleteApplicationInstanceCertificate DeleteInlinePolicyFromPermissionSet DeleteInstance DeleteInstanceAccessControlAttributeConfiguration DeleteManagedApplicationInstance DeletePermissionSet DeleteProfile DeleteTrustedTokenIssuer DisassociateDirectory DisassociateProfile ImportApplicationInstanceServiceProviderMetadata ProvisionPermissionSet PutApplicationAccessScope PutApplicationAssignmentConfiguration PutApplicationAuthenticationMethod PutApplicationGrant PutApplicationSessionConfiguration PutInlinePolicyToPermissionSet PutMfaDeviceManagementForDirectory RemoveRegion StartSSO UpdateApplication UpdateApplicationInstanceActiveCertificate UpdateApplicationInstanceDisplayData UpdateApplicationInstanceResponseConfiguration UpdateApplicationInstanceResponseSchemaConfiguration UpdateApplicationInstanceSecurityConfiguration UpdateApplicationInstanceServiceProviderConfiguration UpdateApplicationInstanceStatus UpdateInstance UpdateInstanceAccessControlAttributeConfiguration UpdateManagedApplicationInstanceStatus UpdateProfile UpdateSSOConfiguration UpdateTrust UpdateTrustedTokenIssuer"
	},
	"sso-directory": {
		"R": "DescribeDirectory DescribeGroup DescribeGroups DescribeProvisioningTenant DescribeUser DescribeUserByUniqueAttribute DescribeUsers GetAWSSPConfigurationForDirectory GetGroupId GetUserId GetUserPoolInfo IsMemberInGroup IsMemberInGroups ListBearerTokens ListExternalIdPCertificates ListExternalIdPConfigurationsForDirectory ListGroups ListGroupsForMember ListGroupsForUser ListMembersInGroup ListMfaDevicesForUser ListProvisioningTenants ListUsers SearchGroups SearchUsers",
		"W": "AddMemberToGroup CompleteVirtualMfaDeviceRegistration CompleteWebAuthnDeviceRegistration CreateAlias CreateBearerToken CreateExternalIdPConfigurationForDirectory CreateGroup CreateProvisioningTenant CreateUser DeleteBearerToken DeleteExternalIdPCertificate DeleteExternalIdPConfigurationForDirectory DeleteGroup DeleteMfaDeviceForUser DeleteProvisioningTenant DeleteUser DisableExternalIdPConfigurationForDirectory DisableUser EnableExternalIdPConfigurationForDirectory EnableUser ImportExternalIdPCertificate RemoveMemberFromGroup StartVirtualMfaDeviceRegistration StartWebAuthnDeviceRegistration UpdateExternalIdPConfigurationForDirectory UpdateGroup UpdateGroupDisplayName UpdateMfaDeviceForUser UpdatePassword UpdateUser UpdateUserName VerifyEmail"
	},
	"sso-oauth": { "W": "CreateTokenWithIAM IntrospectTokenWithIAM RevokeTokenWithIAM" },
	"states": {
		"L": "ListActivities ListExecutions ListMapRuns ListStateMachineAliases ListStateMachineVersions ListStateMachines ListTagsForResource",
		"R": "DescribeActivity DescribeExecution DescribeMapRun DescribeStateMachine DescribeStateMachineAlias DescribeStateMachineForExecution GetExecutionHistory RevealSecrets ValidateStateMachineDefinition",
		"T": "TagResource UntagResource",
		"W": "CreateActivity CreateStateMachine CreateStateMachineAlias DeleteActivity DeleteStateMachine DeleteStateMachineAlias DeleteStateMachineVersion GetActivityTask InvokeHTTPEndpoint PublishStateMachineVersion RedriveExecution SendTaskFailure SendTaskHeartbeat SendTaskSuccess StartExecution StartSyncExecution StopExecution TestState UpdateMapRun UpdateStateMachine UpdateStateMachineAlias"
	},
	"storagegateway": {
		"L": "ListAutomaticTapeCreationPolicies ListCacheReports ListFileShares ListFileSystemAssociations ListGateways ListLocalDisks ListTagsForResource ListTapePools ListTapes ListVolumeInitiators ListVolumeRecoveryPoints ListVolumes",
		"R": "DescribeAvailabilityMonitorTest DescribeBandwidthRateLimit DescribeBandwidthRateLimitSchedule DescribeCache DescribeCacheReport DescribeCachediSCSIVolumes DescribeChapCredentials DescribeFileSystemAssociations DescribeGatewayInformation DescribeMaintenanceStartTime DescribeNFSFileShares DescribeSMBFileShares DescribeSMBSettings DescribeSnapshotSchedule DescribeStorediSCSIVolumes DescribeTapeArchives DescribeTapeRecoveryPoints DescribeTapes DescribeUploadBuffer DescribeVTLDevices DescribeWorkingStorage",
		"T": "AddTagsToResource RemoveTagsFromResource",
		"W": "ActivateGateway AddCache AddUploadBuffer AddWorkingStorage AssignTapePool AssociateFileSystem AttachVolume BypassGovernanceRetention CancelArchival CancelCacheReport CancelRetrieval CreateCachediSCSIVolume CreateNFSFileShare CreateSMBFileShare CreateSnapshot CreateSnapshotFromVolumeRecoveryPoint CreateStorediSCSIVolume CreateTapePool CreateTapeWithBarcode CreateTapes DeleteAutomaticTapeCreationPolicy DeleteBandwidthRateLimit DeleteCacheReport DeleteChapCredentials DeleteFileShare DeleteGateway DeleteSnapshotSchedule DeleteTape DeleteTapeArchive DeleteTapePool DeleteVolume DetachVolume DisableGateway DisassociateFileSystem EvictFilesFailingUpload JoinDomain NotifyWhenUploaded RefreshCache ResetCache RetrieveTapeArchive RetrieveTapeRecoveryPoint SetLocalConsolePassword SetSMBGuestPassword ShutdownGateway StartAvailabilityMonitorTest StartCacheReport StartGateway UpdateAutomaticTapeCreationPolicy UpdateBandwidthRateLimit UpdateBandwidthRateLimitSchedule UpdateChapCredentials UpdateFileSystemAssociation UpdateGatewayInformation UpdateGatewaySoftwareNow UpdateMaintenanceStartTime UpdateNFSFileShare UpdateSMBFileShare UpdateSMBFileShareVisibility UpdateSMBLocalGroups UpdateSMBSecurityStrategy UpdateSnapshotSchedule UpdateVTLDeviceType"
	},
	"sts": {
		"R": "GetAccessKeyInfo GetCallerIdentity GetServiceBearerToken GetSessionToken",
		"T": "TagGetWebIdentityToken TagSession",
		"W": "AssumeRole AssumeRoleWithSAML AssumeRoleWithWebIdentity AssumeRoot DecodeAuthorizationMessage GetDelegatedAccessToken GetFederationToken GetWebIdentityToken SetContext SetSourceIdentity"
	},
	"support": {
		"R": "DescribeAttachment DescribeCaseAttributes DescribeCaseOptions DescribeCases DescribeCommunication DescribeCommunications DescribeCreateCaseOptions DescribeIssueTypes DescribeRelatedItems DescribeServices DescribeSeverityLevels DescribeSupportLevel DescribeSupportedLanguages DescribeTrustedAdvisorCheckRefreshStatuses DescribeTrustedAdvisorCheckResult DescribeTrustedAdvisorCheckSummaries DescribeTrustedAdvisorChecks DownloadAttachment GetInteraction ListInteractionEntries ListInteractions SearchForCases",
		"W": "AddAttachmentsToSet AddCommunicationToCase AddRelatedItemToCase CreateCase DisconnectLiveContactForCase InitiateCallForCase InitiateChatForCase InitiateLiveContactForCase PutCaseAttributes RateCaseCommunication RefreshTrustedAdvisorCheck ResolveCase ResolveInteraction StartInteraction UpdateCaseSeverity UpdateInteraction UploadAttachment"
	},
	"support-console": {
		"R": "CheckSubscription DescribeDynamicHelp GetAccountGovCloudEnabled GetAccountState GetBanner GetCaseDraft GetIssueClassificationPredictions GetIssueTextSummary GetQuestionnaire",
		"W": "CreateCaseDraft CreateContact DeleteCaseDraft SaveFeedback"
	},
	"supportapp": {
		"R": "DescribeSlackChannels GetAccountAlias GetSlackOauthParameters ListSlackChannelConfigurations ListSlackWorkspaceConfigurations",
		"W": "CreateSlackChannelConfiguration DeleteAccountAlias DeleteSlackChannelConfiguration DeleteSlackWorkspaceConfiguration PutAccountAlias RedeemSlackOauthCode RegisterSlackWorkspaceForOrganization UpdateSlackChannelConfiguration"
	},
	"supportauthz": {
		"L": "ListActions ListSupportPermitRequests ListSupportPermits",
		"R": "GetAction GetSupportPermit ListTagsForResource",
		"T": "TagResource UntagResource",
		"W": "CreateSupportPermit DeleteSupportPermit RegisterKey RejectSupportPermitRequest"
	},
	"supportplans": {
		"L": "ListSupportAgreementRevisions ListSupportAgreements ListSupportPlanModifiers",
		"R": "GetSupportAgreement GetSupportPlan GetSupportPlanUpdateStatus",
		"W": "AcceptSupportAgreement CancelSupportAgreement CreateSupportAgreement CreateSupportPlanSchedule RejectSupportAgreement StartSupportPlanUpdate UpdateSupportAgreement"
	},
	"sustainability": { "R": "GetCarbonFootprintSummary GetEstimatedCarbonEmissions GetEstimatedCarbonEmissionsDimensionValues GetEstimatedWaterAllocation GetEstimatedWaterAllocationDimensionValues" },
	"swf": {
		"L": "ListActivityTypes ListClosedWorkflowExecutions ListDomains ListOpenWorkflowExecutions ListTagsForResource ListWorkflowTypes",
		"R": "CountClosedWorkflowExecutions CountOpenWorkflowExecutions CountPendingActivityTasks CountPendingDecisionTasks DescribeActivityType DescribeDomain DescribeWorkflowExecution DescribeWorkflowType GetWorkflowExecutionHistory",
		"T": "TagResource UntagResource",
		"W": "CancelTimer CancelWorkflowExecution CompleteWorkflowExecution ContinueAsNewWorkflowExecution DeleteActivityType DeleteWorkflowType DeprecateActivityType DeprecateDomain DeprecateWorkflowType FailWorkflowExecution PollForActivityTask PollForDecisionTask RecordActivityTaskHeartbeat RecordMarker RegisterActivityType RegisterDomain RegisterWorkflowType RequestCancelActivityTask RequestCancelExternalWorkflowExecution RequestCancelWorkflowExecution RespondActivityTaskCanceled RespondActivityTaskCompleted RespondActivityTaskFailed RespondDecisionTaskCompleted ScheduleActivityTask SignalExternalWorkflowExecution SignalWorkflowExecution StartChildWorkflowExecution StartTimer StartWorkflowExecution TerminateWorkflowExecution UndeprecateActivityType UndeprecateDomain UndeprecateWorkflowType"
	},
	"synthetics": {
		"L": "ListAssociatedGroups ListGroupResources ListGroups",
		"R": "DescribeCanaries DescribeCanariesLastRun DescribeRuntimeVersions GetCanary GetCanaryRuns GetGroup ListTagsForResource",
		"T": "TagResource UntagResource",
		"W": "AssociateResource CreateCanary CreateGroup DeleteCanary DeleteGroup DisassociateResource StartCanary StartCanaryDryRun StopCanary UpdateCanary"
	},
	"tag": {
		"L": "ListRequiredTags",
		"R": "DescribeReportCreation GetComplianceSummary GetResources GetTagKeys GetTagValues",
		"T": "TagResources UntagResources",
		"W": "StartReportCreation"
	},
	"tax": {
		"R": "GetDocument GetDocumentUploadUrl GetExemptions GetTaxInfoReportingDocument GetTaxInheritance GetTaxInterview GetTaxRegistration GetTaxRegistrationDocument ListDocuments ListSupplementalTaxRegistrations ListTaxRegistrations ListWithholdingEligibleInvoices",
		"W": "BatchDeleteTaxRegistration BatchPutTaxRegistration CancelDocument CreateDocument DeleteSupplementalTaxRegistration DeleteTaxRegistration PutSupplementalTaxRegistration PutTaxInheritance PutTaxInterview PutTaxRegistration UpdateExemptions"
	},
	"textract": {
		"R": "AnalyzeDocument AnalyzeExpense AnalyzeID DetectDocumentText GetAdapter GetAdapterVersion GetDocumentAnalysis GetDocumentTextDetection GetExpenseAnalysis GetLendingAnalysis GetLendingAnalysisSummary ListAdapterVersions ListAdapters ListTagsForResource",
		"T": "TagResource UntagResource",
		"W": "CreateAdapter CreateAdapterVersion DeleteAdapter DeleteAdapterVersion StartDocumentAnalysis StartDocumentTextDetection StartExpenseAnalysis StartLendingAnalysis UpdateAdapter"
	},
	"thinclient": {
		"L": "ListDeviceSessions ListDevices ListEnvironments ListSoftwareSets ListTagsForResource",
		"R": "GetDevice GetDeviceDetails GetEnvironment GetSoftwareSet",
		"T": "TagResource UntagResource",
		"W": "CreateEnvironment DeleteDevice DeleteEnvironment DeregisterDevice UpdateDevice UpdateEnvironment UpdateSoftwareSet"
	},
	"timestream": {
		"L": "DescribeEndpoints ListBatchLoadTasks ListDatabases ListMeasures ListScheduledQueries ListTables",
		"R": "DescribeAccountSettings DescribeBatchLoadTask DescribeDatabase DescribeScheduledQuery DescribeTable GetAwsBackupStatus GetAwsRestoreStatus ListTagsForResource PrepareQuery Select SelectValues",
		"T": "TagResource UntagResource",
		"W": "CancelQuery CreateBatchLoadTask CreateDatabase CreateScheduledQuery CreateTable DeleteDatabase DeleteScheduledQuery DeleteTable ExecuteScheduledQuery ResumeBatchLoadTask StartAwsBackupJob StartAwsRestoreJob Unload UpdateAccountSettings UpdateDatabase UpdateScheduledQuery UpdateTable WriteRecords"
	},
	"timestream-influxdb": {
		"L": "ListDbBackups ListDbClusters ListDbInstances ListDbParameterGroups",
		"R": "GetDbBackup GetDbCluster GetDbInstance GetDbParameterGroup ListDbInstancesForCluster ListTagsForResource",
		"T": "TagResource UntagResource",
		"W": "CreateDbBackup CreateDbCluster CreateDbInstance CreateDbParameterGroup DeleteDbBackup DeleteDbCluster DeleteDbInstance RebootDbCluster RebootDbInstance RestoreFromDbBackup UpdateDbCluster UpdateDbInstance"
	},
	"tiros": {
		"R": "GetQueryAnswer GetQueryExplanation GetQueryExtensionAccounts",
		"W": "CreateQuery ExtendQuery"
	},
	"tnb": {
		"L": "ListSolFunctionInstances ListSolFunctionPackages ListSolNetworkInstances ListSolNetworkOperations ListSolNetworkPackages ListTagsForResource",
		"R": "GetSolFunctionInstance GetSolFunctionPackage GetSolFunctionPackageContent GetSolFunctionPackageDescriptor GetSolNetworkInstance GetSolNetworkOperation GetSolNetworkPackage GetSolNetworkPackageContent GetSolNetworkPackageDescriptor",
		"T": "TagResource UntagResource",
		"W": "CancelSolNetworkOperation CreateSolFunctionPackage CreateSolNetworkInstance CreateSolNetworkPackage DeleteSolFunctionPackage DeleteSolNetworkInstance DeleteSolNetworkPackage InstantiateSolNetworkInstance PutSolFunctionPackageContent PutSolNetworkPackageContent TerminateSolNetworkInstance UpdateSolFunctionPackage UpdateSolNetworkInstance UpdateSolNetworkPackage ValidateSolFunctionPackageContent ValidateSolNetworkPackageContent"
	},
	"transcribe": {
		"L": "ListCallAnalyticsCategories ListCallAnalyticsJobs ListLanguageModels ListMedicalScribeJobs ListMedicalTranscriptionJobs ListMedicalVocabularies ListTranscriptionJobs ListVocabularies ListVocabularyFilters",
		"R": "DescribeLanguageModel GetCallAnalyticsCategory GetCallAnalyticsJob GetMedicalScribeJob GetMedicalScribeStream GetMedicalTranscriptionJob GetMedicalVocabulary GetTranscriptionJob GetVocabulary GetVocabularyFilter ListTagsForResource",
		"T": "TagResource UntagResource",
		"W": "CreateCallAnalyticsCategory CreateLanguageModel CreateMedicalVocabulary CreateVocabulary CreateVocabularyFilter DeleteCallAnalyticsCategory DeleteCallAnalyticsJob DeleteLanguageModel DeleteMedicalScribeJob DeleteMedicalTranscriptionJob DeleteMedicalVocabulary DeleteTranscriptionJob DeleteVocabulary DeleteVocabularyFilter StartCallAnalyticsJob StartCallAnalyticsStreamTranscription StartCallAnalyticsStreamTranscriptionWebSocket StartMedicalScribeJob StartMedicalScribeStream StartMedicalStreamTranscription StartMedicalStreamTranscriptionWebSocket StartMedicalTranscriptionJob StartStreamTranscription StartStreamTranscriptionWebSocket StartTranscriptionJob UpdateCallAnalyticsCategory UpdateMedicalVocabulary UpdateVocabulary UpdateVocabularyFilter"
	},
	"transfer": {
		"L": "ListSecurityPolicies ListServers ListUsers ListWebApps ListWorkflows",
		"R": "DescribeAccess DescribeAgreement DescribeCertificate DescribeConnector DescribeExecution DescribeHostKey DescribeProfile DescribeSecurityPolicy DescribeServer DescribeUser DescribeWebApp DescribeWebAppCustomization DescribeWorkflow ListAccesses ListAgreements ListCertificates ListConnectors ListExecutions ListFileTransferResults ListHostKeys ListProfiles ListTagsForResource TestIdentityProvider",
		"T": "TagResource UntagResource",
		"W": "CreateAccess CreateAgreement CreateConnector CreateProfile CreateServer CreateUser CreateWebApp CreateWorkflow DeleteAccess DeleteAgreement DeleteCertificate DeleteConnector DeleteHostKey DeleteProfile DeleteServer DeleteSshPublicKey DeleteUser DeleteWebApp DeleteWebAppCustomization DeleteWorkflow ImportCertificate ImportHostKey ImportSshPublicKey SendWorkflowStepState StartDirectoryListing StartFileTransfer StartRemoteDelete StartRemoteMove StartServer StopServer TestConnection UpdateAccess UpdateAgreement UpdateCertificate UpdateConnector UpdateHostKey UpdateProfile UpdateServer UpdateUser UpdateWebApp UpdateWebAppCustomization"
	},
	"transform": {
		"L": "ListConnectors ListProfiles",
		"R": "GetAccountSettings GetAgent GetAgentRuntimeConfiguration GetConnector GetWebAppUrl ListAgents ListTagsForResource",
		"T": "TagResource UntagResource",
		"W": "AccessTransformProfile AssociateConnectorResource CreateProfile DeleteAgentRuntimeConfiguration DeleteConnector DeleteProfile PutAgentRuntimeConfiguration RejectConnector UpdateAccountSettings UpdateAgentAccess UpdateProfile"
	},
	"transform-custom": {
		"L": "ListAnalyses ListCampaigns ListFindings ListKnowledgeItems ListRemediations ListRepositories ListSources ListTransformationPackageMetadata",
		"R": "GetAnalysis GetAnalysisArtifactDownloadUrl GetCampaign GetFinding GetFindingGroups GetKnowledgeItem GetRemediation GetRepository GetSource GetTransformationPackageUrl ListAnalysisArtifacts ListCampaignRepositories ListTagsForResource ListTransformationPackageShares",
		"T": "TagResource UntagResource",
		"W": "BatchCreateFindings BatchUpdateFindings CompleteTransformationPackageUpload ConverseStream CreateAnalysis CreateCampaign CreateRemediation CreateRepository CreateSource CreateTransformationPackageUrl DeleteAnalysis DeleteCampaign DeleteFinding DeleteKnowledgeItem DeleteRemediation DeleteRepository DeleteSource DeleteTransformationPackage ExecuteTransformation SendTelemetryEvent ShareTransformationPackage UnshareTransformationPackage UpdateAnalysis UpdateCampaign UpdateCampaignRepositoryStatus UpdateKnowledgeItemConfiguration UpdateKnowledgeItemStatus UpdateRemediation UpdateRepository UpdateSource"
	},
	"translate": {
		"L": "ListLanguages ListParallelData ListTerminologies ListTextTranslationJobs",
		"R": "DescribeTextTranslationJob GetParallelData GetTerminology ListTagsForResource TranslateDocument TranslateText",
		"T": "TagResource UntagResource",
		"W": "CreateParallelData DeleteParallelData DeleteTerminology ImportTerminology StartTextTranslationJob StopTextTranslationJob UpdateParallelData"
	},
	"trustedadvisor": {
		"L": "ListChecks ListOrganizationRecommendationAccounts ListOrganizationRecommendationResources ListOrganizationRecommendations ListRecommendationResources ListRecommendations ListRecommendationsForResource",
		"R": "DescribeAccount DescribeAccountAccess DescribeCheckItems DescribeCheckRefreshStatuses DescribeCheckStatusHistoryChanges DescribeCheckSummaries DescribeChecks DescribeNotificationConfigurations DescribeNotificationPreferences DescribeOrganization DescribeOrganizationAccounts DescribeReports DescribeRisk DescribeRiskResources DescribeRisks DescribeServiceMetadata DownloadRisk GetOrganizationRecommendation GetRecommendation ListAccountsForParent ListOrganizationalUnitsForParent ListRoots",
		"W": "BatchUpdateRecommendationResourceExclusion DeleteNotificationConfigurationForDelegatedAdmin ExcludeCheckItems GenerateReport IncludeCheckItems RefreshCheck SetAccountAccess SetOrganizationAccess UpdateNotificationConfigurations UpdateNotificationPreferences UpdateOrganizationRecommendationLifecycle UpdateRecommendationLifecycle UpdateRiskStatus"
	},
	"ts": {
		"L": "ListExecutions ListTools",
		"R": "GetExecution GetExecutionOutput GetTool ListTagsForResource",
		"T": "TagResource UntagResource",
		"W": "StartExecution"
	},
	"user-subscriptions": {
		"L": "ListApplicationClaims ListClaimAddOns ListClaims ListEntitlements ListUsageLimits ListUserSubscriptions",
		"R": "GetAutoTopUpRule GetCurrentPlanDetails GetEffectiveUsageLimit GetPurchaseSession GetUsageLimitHistory",
		"W": "CancelPurchaseSession ConfirmPurchaseSession CreateClaim CreateClaimAddOn CreatePurchaseSession CreateUpdatePlanPreview DeleteAutoTopUpRule DeleteClaim SetAutoTopUpRule SetOverageConfig SetUsageLimit UpdateClaim"
	},
	"uxc": {
		"R": "GetAccountColor GetAccountCustomizations ListServices",
		"W": "DeleteAccountColor PutAccountColor UpdateAccountCustomizations"
	},
	"vendor-insights": {
		"L": "ListDataSources ListEntitledSecurityProfileSnapshots ListEntitledSecurityProfiles ListSecurityProfileSnapshots ListSecurityProfiles",
		"R": "GetDataSource GetEntitledSecurityProfileSnapshot GetProfileAccessTerms GetSecurityProfile GetSecurityProfileSnapshot ListTagsForResource",
		"T": "TagResource UntagResource",
		"W": "ActivateSecurityProfile AssociateDataSource CreateDataSource CreateSecurityProfile DeactivateSecurityProfile DeleteDataSource DisassociateDataSource UpdateDataSource UpdateSecurityProfile UpdateSecurityProfileSnapshotCreationConfiguration UpdateSecurityProfileSnapshotReleaseConfiguration"
	},
	"verified-access": { "W": "AllowVerifiedAccess" },
	"verifiedpermissions": {
		"L": "ListIdentitySources ListPolicies ListPolicyStoreAliases ListPolicyStores ListPolicyTemplates",
		"R": "GetIdentitySource GetPolicy GetPolicyStore GetPolicyStoreAlias GetPolicyTemplate GetSchema IsAuthorized IsAuthorizedWithToken ListTagsForResource",
		"T": "TagResource UntagResource",
		"W": "CreateIdentitySource CreatePolicy CreatePolicyStore CreatePolicyStoreAlias CreatePolicyTemplate DeleteIdentitySource DeletePolicy DeletePolicyStore DeletePolicyStoreAlias DeletePolicyTemplate PutSchema UpdateIdentitySource UpdatePolicy UpdatePolicyStore UpdatePolicyTemplate"
	},
	"voiceid": {
		"L": "ListDomains ListFraudsterRegistrationJobs ListFraudsters ListSpeakerEnrollmentJobs ListSpeakers ListWatchlists",
		"R": "DescribeComplianceConsent DescribeDomain DescribeFraudster DescribeFraudsterRegistrationJob DescribeSpeaker DescribeSpeakerEnrollmentJob DescribeWatchlist ListTagsForResource",
		"T": "TagResource UntagResource",
		"W": "AssociateFraudster CreateDomain CreateWatchlist DeleteDomain DeleteFraudster DeleteSpeaker DeleteWatchlist DisassociateFraudster EvaluateSession OptOutSpeaker RegisterComplianceConsent StartFraudsterRegistrationJob StartSpeakerEnrollmentJob UpdateDomain UpdateWatchlist"
	},
	"vpc-lattice": {
		"L": "ListAccessLogSubscriptions ListDomainVerifications ListListeners ListResourceConfigurations ListResourceEndpointAssociations ListResourceGateways ListRules ListServiceNetworkResourceAssociations ListServiceNetworkServiceAssociations ListServiceNetworkVpcAssociations ListServiceNetworkVpcEndpointAssociations ListServiceNetworks ListServices ListTargetGroups ListTargets",
		"P": "AssociateViaAWSService AssociateViaAWSService-EventsAndStates CreateServiceNetworkVpcEndpointAssociation DeleteAuthPolicy PutAuthPolicy",
		"R": "GetAccessLogSubscription GetAuthPolicy GetDomainVerification GetListener GetResourceConfiguration GetResourceGateway GetResourcePolicy GetRule GetService GetServiceNetwork GetServiceNetworkResourceAssociation GetServiceNetworkServiceAssociation GetServiceNetworkVpcAssociation GetTargetGroup ListTagsForResource",
		"T": "TagResource UntagResource",
		"W": "CreateAccessLogSubscription CreateListener CreateResourceConfiguration CreateResourceGateway CreateRule CreateService CreateServiceNetwork CreateServiceNetworkResourceAssociation CreateServiceNetworkServiceAssociation CreateServiceNetworkVpcAssociation CreateTargetGroup DeleteAccessLogSubscription DeleteDomainVerification DeleteListener DeleteResourceConfiguration DeleteResourceEndpointAssociation DeleteResourceGateway DeleteResourcePolicy DeleteRule DeleteService DeleteServiceNetwork DeleteServiceNetworkResourceAssociation DeleteServiceNetworkServiceAssociation DeleteServiceNetworkVpcAssociation DeleteTargetGroup DeregisterTargets PutResourcePolicy RegisterTargets StartDomainVerification UpdateAccessLogSubscription UpdateListener UpdateResourceConfiguration UpdateResourceGateway UpdateRule UpdateService UpdateServiceNetwork UpdateServiceNetworkVpcAssociation UpdateTargetGroup"
	},
	"vpc-lattice-svcs": { "W": "Connect Invoke" },
	"vpce": { "W": "AllowMultiRegion" },
	"waf": {
		"L": "ListActivatedRulesInRuleGroup ListByteMatchSets ListGeoMatchSets ListIPSets ListLoggingConfigurations ListRateBasedRules ListRegexMatchSets ListRegexPatternSets ListRuleGroups ListRules ListSizeConstraintSets ListSqlInjectionMatchSets ListSubscribedRuleGroups ListWebACLs ListXssMatchSets",
		"P": "CreateWebACL DeletePermissionPolicy DeleteWebACL PutPermissionPolicy UpdateWebACL",
		"R": "GetByteMatchSet GetChangeToken GetChangeTokenStatus GetGeoMatchSet GetIPSet GetLoggingConfiguration GetPermissionPolicy GetRateBasedRule GetRateBasedRuleManagedKeys GetRegexMatchSet GetRegexPatternSet GetRule GetRuleGroup GetSampledRequests GetSizeConstraintSet GetSqlInjectionMatchSet GetWebACL GetXssMatchSet ListTagsForResource",
		"T": "TagResource UntagResource",
		"W": "CreateByteMatchSet CreateGeoMatchSet CreateIPSet CreateRateBasedRule CreateRegexMatchSet CreateRegexPatternSet CreateRule CreateRuleGroup CreateSizeConstraintSet CreateSqlInjectionMatchSet CreateWebACLMigrationStack CreateXssMatchSet DeleteByteMatchSet DeleteGeoMatchSet DeleteIPSet DeleteLoggingConfiguration DeleteRateBasedRule DeleteRegexMatchSet DeleteRegexPatternSet DeleteRule DeleteRuleGroup DeleteSizeConstraintSet DeleteSqlInjectionMatchSet DeleteXssMatchSet PutLoggingConfiguration UpdateByteMatchSet UpdateGeoMatchSet UpdateIPSet UpdateRateBasedRule UpdateRegexMatchSet UpdateRegexPatternSet UpdateRule UpdateRuleGroup UpdateSizeConstraintSet UpdateSqlInjectionMatchSet UpdateXssMatchSet"
	},
	"waf-regional": {
		"L": "ListActivatedRulesInRuleGroup ListByteMatchSets ListGeoMatchSets ListIPSets ListLoggingConfigurations ListRateBasedRules ListRegexMatchSets ListRegexPatternSets ListResourcesForWebACL ListRuleGroups ListRules ListSizeConstraintSets ListSqlInjectionMatchSets ListSubscribedRuleGroups ListWebACLs ListXssMatchSets",
		"P": "CreateWebACL DeletePermissionPolicy DeleteWebACL PutPermissionPolicy UpdateWebACL",
		"R": "GetByteMatchSet GetChangeToken GetChangeTokenStatus GetGeoMatchSet GetIPSet GetLoggingConfiguration GetPermissionPolicy GetRateBasedRule GetRateBasedRuleManagedKeys GetRegexMatchSet GetRegexPatternSet GetRule GetRuleGroup GetSampledRequests GetSizeConstraintSet GetSqlInjectionMatchSet GetWebACL GetWebACLForResource GetXssMatchSet ListTagsForResource",
		"T": "TagResource UntagResource",
		"W": "AssociateWebACL CreateByteMatchSet CreateGeoMatchSet CreateIPSet CreateRateBasedRule CreateRegexMatchSet CreateRegexPatternSet CreateRule CreateRuleGroup CreateSizeConstraintSet CreateSqlInjectionMatchSet CreateWebACLMigrationStack CreateXssMatchSet DeleteByteMatchSet DeleteGeoMatchSet DeleteIPSet DeleteLoggingConfiguration DeleteRateBasedRule DeleteRegexMatchSet DeleteRegexPatternSet DeleteRule DeleteRuleGroup DeleteSizeConstraintSet DeleteSqlInjectionMatchSet DeleteXssMatchSet DisassociateWebACL PutLoggingConfiguration UpdateByteMatchSet UpdateGeoMatchSet UpdateIPSet UpdateRateBasedRule UpdateRegexMatchSet UpdateRegexPatternSet UpdateRule UpdateRuleGroup UpdateSizeConstraintSet UpdateSqlInjectionMatchSet UpdateXssMatchSet"
	},
	"wafv2": {
		"L": "ListAPIKeys ListAvailableManagedRuleGroupVersions ListAvailableManagedRuleGroups ListIPSets ListLoggingConfigurations ListManagedRuleSets ListMobileSdkReleases ListRegexPatternSets ListResourcesForWebACL ListRuleGroups ListSettlementRecords ListWebACLs",
		"P": "DeletePermissionPolicy PutPermissionPolicy",
		"R": "CheckCapacity DescribeAllManagedProducts DescribeManagedProductsByVendor DescribeManagedRuleGroup GenerateMobileSdkReleaseUrl GetDecryptedAPIKey GetIPSet GetLoggingConfiguration GetManagedRuleSet GetMobileSdkRelease GetPermissionPolicy GetRateBasedStatementManagedKeys GetRegexPatternSet GetRevenueStatistics GetRevenueStatisticsSummary GetRevenueStatisticsTimeSeries GetRuleGroup GetSampledRequests GetTopPathStatisticsByTraffic GetWebACL GetWebACLForResource ListTagsForResource ValidateNetworkSecurityManagerRuleConfiguration ValidateNetworkSecurityManagerWebACLConfiguration",
		"T": "TagResource UntagResource",
		"W": "AssociateWebACL CreateAPIKey CreateIPSet CreateRegexPatternSet CreateRuleGroup CreateWebACL DeleteAPIKey DeleteFirewallManagerRuleGroups DeleteIPSet DeleteLoggingConfiguration DeleteRegexPatternSet DeleteRuleGroup DeleteWebACL DisassociateFirewallManager DisassociateWebACL PutFirewallManagerRuleGroups PutLoggingConfiguration PutManagedRuleSetVersions UpdateIPSet UpdateManagedRuleSetVersionExpiryDate UpdateRegexPatternSet UpdateRuleGroup UpdateWebACL"
	},
	"wam": { "W": "AuthenticatePackager" },
	"wellarchitected": {
		"L": "ListAnswers ListCheckDetails ListCheckSummaries ListLensReviewImprovements ListLensReviews ListLensShares ListLenses ListMilestones ListNotifications ListProfileNotifications ListProfileShares ListProfiles ListReviewTemplateAnswers ListReviewTemplates ListShareInvitations ListTemplateShares ListWorkloadShares ListWorkloads",
		"R": "ExportLens GetAgentContext GetAgentGoal GetAgentProfile GetAgentRecommendation GetAgentRecommendationGeneration GetAnswer GetConsolidatedReport GetGlobalSettings GetLens GetLensReview GetLensReviewReport GetLensVersionDifference GetMilestone GetProfile GetProfileTemplate GetReviewTemplate GetReviewTemplateAnswer GetReviewTemplateLensReview GetWorkload ListAgentContexts ListAgentGoals ListAgentProfiles ListAgentRecommendationGenerations ListAgentRecommendationItems ListAgentRecommendations ListTagsForResource",
		"T": "TagResource UntagResource",
		"W": "AssociateLenses AssociateProfiles ConfigureIntegration CreateAgentContext CreateAgentGoal CreateAgentProfile CreateLensShare CreateLensVersion CreateMilestone CreateProfile CreateProfileShare CreateReviewTemplate CreateTemplateShare CreateWorkload CreateWorkloadShare DeleteAgentContext DeleteAgentGoal DeleteAgentProfile DeleteLens DeleteLensShare DeleteProfile DeleteProfileShare DeleteReviewTemplate DeleteTemplateShare DeleteWorkload DeleteWorkloadShare DisassociateLenses DisassociateProfiles ImportLens PutAgentRecommendationFeedback StartAgentRecommendationGeneration UpdateAgentContext UpdateAgentGoal UpdateAgentProfile UpdateAgentRecommendationStatus UpdateAnswer UpdateGlobalSettings UpdateIntegration UpdateLensReview UpdateProfile UpdateReviewTemplate UpdateReviewTemplateAnswer UpdateReviewTemplateLensReview UpdateShareInvitation UpdateWorkload UpdateWorkloadShare UpgradeLensReview UpgradeProfileVersion UpgradeReviewTemplateLensReview"
	},
	"wickr": {
		"R": "BatchLookupUserUname GetBot GetBotsCount GetDataRetentionBot GetGuestUserHistoryCount GetNetwork GetNetworkSettings GetOidcInfo GetOpentdfConfig GetSecurityGroup GetUser GetUsersCount ListBlockedGuestUsers ListBots ListDevicesForUser ListGuestUsers ListNetworks ListSecurityGroupUsers ListSecurityGroups ListTagsForResource ListUsers",
		"T": "TagResource UntagResource",
		"W": "BatchCreateUser BatchDeleteUser BatchReinviteUser BatchResetDevicesForUser BatchToggleUserSuspendStatus CreateAdminSession CreateBot CreateDataRetentionBot CreateDataRetentionBotChallenge CreateNetwork CreateSecurityGroup DeleteBot DeleteDataRetentionBot DeleteNetwork DeleteSecurityGroup RegisterOidcConfig RegisterOidcConfigTest RegisterOpentdfConfig UpdateBot UpdateDataRetention UpdateGuestUser UpdateNetworkDetails UpdateNetworkSettings UpdateSecurityGroup UpdateUser"
	},
	"wisdom": {
		"L": "ListAIAgentVersions ListAIAgents ListAIGuardrailVersions ListAIGuardrails ListAIPromptVersions ListAIPrompts ListAssistantAssociations ListAssistants ListContentAssociations ListContents ListImportJobs ListKnowledgeBases ListMessageTemplateVersions ListMessageTemplates ListMessages ListModels ListQuickResponses ListSpans",
		"P": "AllowVendedLogDeliveryForResource",
		"R": "GetAIAgent GetAIGuardrail GetAIPrompt GetAssistant GetAssistantAssociation GetContent GetContentAssociation GetContentSummary GetImportJob GetKnowledgeBase GetMessageTemplate GetNextMessage GetQuickResponse GetRecommendations GetSession ListTagsForResource QueryAssistant RenderMessageTemplate Retrieve SearchContent SearchMessageTemplates SearchQuickResponses SearchSessions",
		"T": "TagResource UntagResource",
		"W": "ActivateMessageTemplate CreateAIAgent CreateAIAgentVersion CreateAIGuardrail CreateAIGuardrailVersion CreateAIPrompt CreateAIPromptVersion CreateAssistant CreateAssistantAssociation CreateContent CreateContentAssociation CreateKnowledgeBase CreateMessageTemplate CreateMessageTemplateAttachment CreateMessageTemplateVersion CreateQuickResponse CreateSession DeactivateMessageTemplate DeleteAIAgent DeleteAIAgentVersion DeleteAIGuardrail DeleteAIGuardrailVersion DeleteAIPrompt DeleteAIPromptVersion DeleteAssistant DeleteAssistantAssociation DeleteContent DeleteContentAssociation DeleteImportJob DeleteKnowledgeBase DeleteMessageTemplate DeleteMessageTemplateAttachment DeleteQuickResponse NotifyRecommendationsReceived PutFeedback RemoveAssistantAIAgent RemoveKnowledgeBaseTemplateUri SendMessage StartContentUpload StartImportJob UpdateAIAgent UpdateAIGuardrail UpdateAIPrompt UpdateAssistantAIAgent UpdateContent UpdateKnowledgeBaseTemplateUri UpdateMessageTemplate UpdateMessageTemplateMetadata UpdateQuickResponse UpdateSession UpdateSessionData"
	},
	"workdocs": {
		"L": "DescribeActivities DescribeAvailableDirectories DescribeComments DescribeDocumentVersions DescribeFolderContents DescribeGroups DescribeInstanceExports DescribeInstances DescribeNotificationPermissions DescribeNotificationSubscriptions DescribeResourcePermissions DescribeRootFolders DescribeUsers SearchResources",
		"R": "CheckAlias DownloadDocumentVersion GetCurrentUser GetDocument GetDocumentPath GetDocumentVersion GetFolder GetFolderPath GetGroup GetResources",
		"W": "AbortDocumentVersionUpload ActivateUser AddNotificationPermissions AddResourcePermissions AddUserToGroup CreateComment CreateCustomMetadata CreateFolder CreateInstance CreateLabels CreateNotificationSubscription CreateUser DeactivateUser DeleteComment DeleteCustomMetadata DeleteDocument DeleteDocumentVersion DeleteFolder DeleteFolderContents DeleteInstance DeleteLabels DeleteNotificationPermissions DeleteNotificationSubscription DeleteUser DeregisterDirectory InitiateDocumentVersionUpload RegisterDirectory RemoveAllResourcePermissions RemoveResourcePermission RestoreDocumentVersions StartInstanceExport UpdateDocument UpdateDocumentVersion UpdateFolder UpdateInstanceAlias UpdateUser UpdateUserAdministrativeSettings"
	},
	"worklink": {
		"L": "ListDevices ListDomains ListFleets ListWebsiteAuthorizationProviders ListWebsiteCertificateAuthorities SearchEntity",
		"R": "DescribeAuditStreamConfiguration DescribeCompanyNetworkConfiguration DescribeDevice DescribeDevicePolicyConfiguration DescribeDomain DescribeFleetMetadata DescribeIdentityProviderConfiguration DescribeWebsiteCertificateAuthority ListTagsForResource",
		"T": "TagResource UntagResource",
		"W": "AssociateDomain AssociateWebsiteAuthorizationProvider AssociateWebsiteCertificateAuthority CreateFleet DeleteFleet DisassociateDomain DisassociateWebsiteAuthorizationProvider DisassociateWebsiteCertificateAuthority RestoreDomainAccess RevokeDomainAccess SignOutUser UpdateAuditStreamConfiguration UpdateCompanyNetworkConfiguration UpdateDevicePolicyConfiguration UpdateDomainMetadata UpdateFleetMetadata UpdateIdentityProviderConfiguration"
	},
	"workmail": {
		"L": "DescribeGroup DescribeMailDomains DescribeOrganization DescribeResource DescribeUser ListAliases ListGroupMembers ListGroups ListGroupsForEntity ListImpersonationRoles ListInboundMailFlowRules ListMailDomains ListMailboxExportJobs ListMailboxPermissions ListOrganizations ListOutboundMailFlowRules ListPersonalAccessTokens ListResourceDelegates ListResources ListSmtpGateways ListTagsForResource ListUsers",
		"R": "DescribeEmailMonitoringConfiguration DescribeEntity DescribeIdentityProviderConfiguration DescribeInboundDmarcSettings DescribeInboundMailFlowRule DescribeMailboxExportJob DescribeOutboundMailFlowRule DescribeSmtpGateway GetAccessControlEffect GetDefaultRetentionPolicy GetImpersonationRole GetImpersonationRoleEffect GetJournalingRules GetMailDomain GetMailDomainDetails GetMailboxDetails GetMobileDeviceAccessEffect GetMobileDeviceAccessOverride GetMobileDeviceDetails GetMobileDevicesForUser GetMobilePolicyDetails GetPersonalAccessTokenMetadata ListAccessControlRules ListAvailabilityConfigurations ListMobileDeviceAccessOverrides ListMobileDeviceAccessRules SearchMembers TestAvailabilityConfiguration",
		"T": "TagResource UntagResource",
		"W": "AllowVendedLogDeliveryForResource AssociateDelegateToResource AssociateMemberToGroup AssumeImpersonationRole CancelMailboxExportJob CreateAlias CreateAvailabilityConfiguration CreateGroup CreateIdentityCenterApplication CreateImpersonationRole CreateInboundMailFlowRule CreateMailDomain CreateMobileDeviceAccessRule CreateOrganization CreateOutboundMailFlowRule CreateResource CreateSmtpGateway CreateUser DeleteAccessControlRule DeleteAlias DeleteAvailabilityConfiguration DeleteEmailMonitoringConfiguration DeleteGroup DeleteIdentityCenterApplication DeleteIdentityProviderConfiguration DeleteImpersonationRole DeleteInboundMailFlowRule DeleteMailDomain DeleteMailboxPermissions DeleteMobileDevice DeleteMobileDeviceAccessOverride DeleteMobileDeviceAccessRule DeleteOrganization DeleteOutboundMailFlowRule DeletePersonalAccessToken DeleteResource DeleteRetentionPolicy DeleteSmtpGateway DeleteUser DeliverToMailbox DeregisterFromWorkMail DeregisterMailDomain DisassociateDelegateFromResource DisassociateMemberFromGroup EnableMailDomain PutAccessControlRule PutEmailMonitoringConfiguration PutIdentityProviderConfiguration PutInboundDmarcSettings PutMailboxPermissions PutMobileDeviceAccessOverride PutRetentionPolicy RegisterMailDomain RegisterToWorkMail ResetPassword SetDefaultMailDomain SetJournalingRules SetMobilePolicyDetails StartMailboxExportJob TestInboundMailFlowRules TestOutboundMailFlowRules UpdateAvailabilityConfiguration UpdateDefaultMailDomain UpdateGroup UpdateImpersonationRole UpdateInboundMailFlowRule UpdateMailboxQuota UpdateMobileDeviceAccessRule UpdateOutboundMailFlowRule UpdatePrimaryEmailAddress UpdateResource UpdateSmtpGateway UpdateUser WipeMobileDevice"
	},
	"workmailmessageflow": {
		"R": "GetRawMessageContent",
		"W": "PutRawMessageContent"
	},
	"workspaces": {
		"L": "DescribeApplicationAssociations DescribeApplications DescribeBundleAssociations DescribeClientProperties DescribeConnectClientAddIns DescribeImageAssociations DescribeWorkspaceAssociations DescribeWorkspaceBundles DescribeWorkspaceImages DescribeWorkspaceSnapshots DescribeWorkspaces DescribeWorkspacesPoolSessions DescribeWorkspacesPools DirectoryAccessManagement ListAccountLinks ListAvailableManagementCidrRanges",
		"P": "ModifySelfservicePermissions UpdateConnectionAliasPermission UpdateWorkspaceImagePermission",
		"R": "DescribeAccount DescribeAccountModifications DescribeClientBranding DescribeConnectionAliasPermissions DescribeConnectionAliases DescribeConsent DescribeCustomWorkspaceImageImport DescribeIpGroups DescribeTags DescribeWorkspaceDirectories DescribeWorkspaceImagePermissions DescribeWorkspacesConnectionStatus GetAccountLink GetTroubleshootingRecommendation InvokeTroubleshootingInvestigation ListTroubleshootingRecommendations",
		"T": "CreateTags DeleteTags",
		"W": "AcceptAccountLinkInvitation AssociateConnectionAlias AssociateIpGroups AssociateWorkspaceApplication AuthorizeIpRules CopyWorkspaceImage CreateAccountLinkInvitation CreateConnectClientAddIn CreateConnectionAlias CreateIpGroup CreateRootClientCertificate CreateStandbyWorkspaces CreateUpdatedWorkspaceImage CreateWorkspaceBundle CreateWorkspaceImage CreateWorkspaces CreateWorkspacesPool DeleteAccountLinkInvitation DeleteClientBranding DeleteConnectClientAddIn DeleteConnectionAlias DeleteIpGroup DeleteRootClientCertificate DeleteWorkspaceBundle DeleteWorkspaceImage DeployWorkspaceApplications DeregisterWorkspaceDirectory DisassociateConnectionAlias DisassociateIpGroups DisassociateWorkspaceApplication ImportClientBranding ImportCustomWorkspaceImage ImportWorkspaceImage InvokeOnboardingAgent MigrateWorkspace ModifyAccount ModifyCertificateBasedAuthProperties ModifyClientProperties ModifyEndpointEncryptionMode ModifySamlProperties ModifyStreamingProperties ModifyWorkspaceAccessProperties ModifyWorkspaceCreationProperties ModifyWorkspaceProperties ModifyWorkspaceState Personalization RebootWorkspaces RebuildWorkspaces RegisterWorkspaceDirectory RejectAccountLinkInvitation RestoreWorkspace RevokeIpRules StartWorkspaces StartWorkspacesPool StopWorkspaces StopWorkspacesPool Stream TerminateWorkspaces TerminateWorkspacesPool TerminateWorkspacesPoolSession UpdateConnectClientAddIn UpdateConsent UpdateRootClientCertificate UpdateRulesOfIpGroup UpdateWorkspaceBundle UpdateWorkspacesPool"
	},
	"workspaces-instances": {
		"L": "ListInstanceTypes ListRegions ListTagsForResource ListWorkspaceInstances",
		"R": "GetWorkspaceInstance",
		"T": "TagResource UntagResource",
		"W": "AssociateVolume CreateVolume CreateWorkspaceInstance DeleteVolume DeleteWorkspaceInstance DisassociateVolume"
	},
	"workspaces-web": {
		"R": "GetBrowserSettings GetDataProtectionSettings GetIdentityProvider GetIpAccessSettings GetNetworkSettings GetPortal GetPortalServiceProviderMetadata GetSession GetSessionLogger GetTrustStore GetTrustStoreCertificate GetUserAccessLoggingSettings GetUserSettings ListBrowserSettings ListDataProtectionSettings ListIdentityProviders ListIpAccessSettings ListNetworkSettings ListPortals ListSessionLoggers ListSessions ListTagsForResource ListTrustStoreCertificates ListTrustStores ListUserAccessLoggingSettings ListUserSettings",
		"T": "TagResource UntagResource",
		"W": "AssociateBrowserSettings AssociateDataProtectionSettings AssociateIpAccessSettings AssociateNetworkSettings AssociateSessionLogger AssociateTrustStore AssociateUserAccessLoggingSettings AssociateUserSettings CreateBrowserSettings CreateDataProtectionSettings CreateIdentityProvider CreateIpAccessSettings CreateNetworkSettings CreatePortal CreateSessionLogger CreateTrustStore CreateUserAccessLoggingSettings CreateUserSettings DeleteBrowserSettings DeleteDataProtectionSettings DeleteIdentityProvider DeleteIpAccessSettings DeleteNetworkSettings DeletePortal DeleteSessionLogger DeleteTrustStore DeleteUserAccessLoggingSettings DeleteUserSettings DisassociateBrowserSettings DisassociateDataProtectionSettings DisassociateIpAccessSettings DisassociateNetworkSettings DisassociateSessionLogger DisassociateTrustStore DisassociateUserAccessLoggingSettings DisassociateUserSettings ExpireSession UpdateBrowserSettings UpdateDataProtectionSettings UpdateIdentityProvider UpdateIpAccessSettings UpdateNetworkSettings UpdatePortal UpdateSessionLogger UpdateTrustStore UpdateUserAccessLoggingSettings UpdateUserSettings"
	},
	"xray": {
		"L": "BatchGetTraces ListResourcePolicies ListRetrievedTraces ListTagsForResource",
		"P": "PutEncryptionConfig",
		"R": "BatchGetTraceSummaryById CancelTraceRetrieval GetDistinctTraceGraphs GetEncryptionConfig GetGroup GetGroups GetIndexingRules GetInsight GetInsightEvents GetInsightImpactGraph GetInsightSummaries GetRetrievedTracesGraph GetSamplingRules GetSamplingStatisticSummaries GetSamplingTargets GetServiceGraph GetTimeSeriesServiceStatistics GetTraceGraph GetTraceSegmentDestination GetTraceSummaries StartTraceRetrieval",
		"T": "TagResource UntagResource",
		"W": "CreateGroup CreateSamplingRule DeleteGroup DeleteResourcePolicy DeleteSamplingRule Link PutResourcePolicy PutSpans PutSpansForIndexing PutTelemetryRecords PutTraceSegments UpdateGroup UpdateIndexingRule UpdateSamplingRule UpdateTraceSegmentDestination"
	}
};
var resources = {
	"aco-automation": "compute-optimizer",
	"apprunner": "wafv2",
	"aps": "eks",
	"arc-zonal-shift": "elasticloadbalancing",
	"backup": "*",
	"bcm-data-exports": "billing",
	"ce": "billing",
	"cloudfront-keyvaluestore": "cloudfront",
	"cloudtrail-data": "cloudtrail",
	"codestar": "iam",
	"cognito-idp": "wafv2",
	"connect": "app-integrations wisdom",
	"devops-guru": "sns",
	"ds-data": "ds",
	"ebs": "ec2",
	"ec2": "acm elastic-inference iam license-manager resource-groups",
	"ec2-instance-connect": "ec2",
	"eks-auth": "eks",
	"es": "iam opensearch",
	"events": "kms",
	"greengrass": "iot",
	"iotjobsdata": "iot",
	"iotwireless": "iot",
	"iq": "iq-permission",
	"kafka-cluster": "kafka",
	"kinesis": "kms",
	"payment-cryptography": "mpa",
	"q": "codewhisperer qdeveloper",
	"qapps": "qbusiness",
	"rds-data": "rds",
	"redshift-data": "redshift redshift-serverless",
	"route53": "ec2",
	"route53-recovery-cluster": "route53-recovery-control",
	"route53-recovery-control-config": "route53-recovery-control",
	"s3": "s3-object-lambda",
	"sagemaker-mlflow": "sagemaker",
	"servicecatalog": "catalog",
	"ssm": "ec2 ecs iam s3",
	"sso-oauth": "sso",
	"sts": "iam",
	"vpc-lattice-svcs": "vpc-lattice",
	"vpce": "ec2",
	"waf-regional": "elasticloadbalancing",
	"wafv2": "amplify apigateway apprunner appsync bedrock-agentcore cognito-idp ec2 elasticloadbalancing",
	"workspaces-instances": "ec2"
};
var conditionKeys = "a4b:amazonId a4b:filters_deviceType account:AccountResourceOrgPaths account:AccountResourceOrgTags/ account:AlternateContactTypes account:EmailTargetDomain account:TargetRegion acm-pca:TemplateArn acm:CertificateAuthority acm:CertificateKeyPairOrigin acm:CertificateTransparencyLogging acm:DomainNames acm:Export acm:KeyAlgorithm acm:ValidationMethod agent-registry:RecordCreatorAccount agent-registry:RecordSourceAccount agentaccess-mcp:StackArn aidevops:SourceAgentSpaceArn aidevops:TargetAgentSpaceArn airflow:DagAccessEntity airflow:ResourceAction airflow:ResourceId airflow:ResourceType airflow:TeamNames amplifyuibuilder:CodegenJobResourceAppId amplifyuibuilder:CodegenJobResourceEnvironmentName amplifyuibuilder:CodegenJobResourceId amplifyuibuilder:ComponentResourceAppId amplifyuibuilder:ComponentResourceEnvironmentName amplifyuibuilder:ComponentResourceId amplifyuibuilder:FormResourceAppId amplifyuibuilder:FormResourceEnvironmentName amplifyuibuilder:FormResourceId amplifyuibuilder:ThemeResourceAppId amplifyuibuilder:ThemeResourceEnvironmentName amplifyuibuilder:ThemeResourceId aoss:CollectionId apigateway:Request/AccessAssociationSource apigateway:Request/AccessLoggingDestination apigateway:Request/AccessLoggingFormat apigateway:Request/ApiKeyRequired apigateway:Request/ApiName apigateway:Request/AuthorizerType apigateway:Request/AuthorizerUri apigateway:Request/CognitoUserPoolArn apigateway:Request/ConditionBasePaths apigateway:Request/DisableExecuteApiEndpoint apigateway:Request/DomainNameArn apigateway:Request/EndpointType apigateway:Request/Method apigateway:Request/MtlsTrustStoreUri apigateway:Request/MtlsTrustStoreVersion apigateway:Request/PortalDisplayName apigateway:Request/PortalDomainName apigateway:Request/PortalProductDisplayName apigateway:Request/Priority apigateway:Request/ProductPageTitle apigateway:Request/ProductRestEndpointPageEndpointPrefix apigateway:Request/RestApiId apigateway:Request/RouteAuthorizationType apigateway:Request/RoutingMode apigateway:Request/SecurityPolicy apigateway:Request/Stage apigateway:Request/StageName apigateway:Resource/AccessLoggingDestination apigateway:Resource/AccessLoggingFormat apigateway:Resource/ApiKeyRequired apigateway:Resource/ApiName apigateway:Resource/AuthorizerType apigateway:Resource/AuthorizerUri apigateway:Resource/CognitoUserPoolArn apigateway:Resource/ConditionBasePaths apigateway:Resource/DisableExecuteApiEndpoint apigateway:Resource/EndpointType apigateway:Resource/Method apigateway:Resource/MtlsTrustStoreUri apigateway:Resource/MtlsTrustStoreVersion apigateway:Resource/PortalDisplayName apigateway:Resource/PortalDomainName apigateway:Resource/PortalProductDisplayName apigateway:Resource/PortalPublishStatus apigateway:Resource/Priority apigateway:Resource/ProductPageTitle apigateway:Resource/ProductRestEndpointPageEndpointPrefix apigateway:Resource/RestApiId apigateway:Resource/RouteAuthorizationType apigateway:Resource/RoutingMode apigateway:Resource/SecurityPolicy apigateway:Resource/Stage apprunner:AutoScalingConfigurationArn apprunner:ConnectionArn apprunner:ObservabilityConfigurationArn apprunner:ServiceArn apprunner:VpcConnectorArn apprunner:VpcEndpointId apprunner:VpcId appstream:userId appsync:Visibility arc-zonal-shift:ResourceIdentifier artifact:ReportCategory artifact:ReportSeries autoscaling:CapacityReservationIds autoscaling:CapacityReservationResourceGroupArns autoscaling:ForceDelete autoscaling:ImageId autoscaling:InstanceType autoscaling:InstanceTypes autoscaling:LaunchConfigurationName autoscaling:LaunchTemplateVersionSpecified autoscaling:LoadBalancerNames autoscaling:MaxSize autoscaling:MetadataHttpEndpoint autoscaling:MetadataHttpPutResponseHopLimit autoscaling:MetadataHttpTokens autoscaling:MinSize autoscaling:OperatorPrincipal autoscaling:ResourceTag/ autoscaling:SpotPrice autoscaling:TargetCapacityTypes autoscaling:TargetGroupARNs autoscaling:TrafficSourceIdentifiers autoscaling:VPCZoneIdentifiers aws-external-anthropic:BearerTokenType aws-external-anthropic:CalledViaConsole aws-external-anthropic:Capability aws-external-anthropic:KeyArn aws-marketplace:AgreementType aws-marketplace:Intent aws-marketplace:PartyType aws-marketplace:ProductId aws-marketplace:VerificationType aws:AssumedRoot aws:CalledVia aws:CalledViaAWSMCP aws:CalledViaFirst aws:CalledViaLast aws:ChatbotSourceArn aws:CurrentTime aws:Ec2InstanceSourcePrivateIPv4 aws:Ec2InstanceSourceVpc aws:EpochTime aws:FederatedProvider aws:IsMcpServiceAction aws:MultiFactorAuthAge aws:MultiFactorAuthPresent aws:PrincipalAccount aws:PrincipalArn aws:PrincipalIsAWSService aws:PrincipalOrgID aws:PrincipalOrgPaths aws:PrincipalServiceName aws:PrincipalServiceNamesList aws:PrincipalTag/tag-key aws:PrincipalType aws:RequestTag/ aws:RequestTag/tag-key aws:RequestedRegion aws:ResourceAccount aws:ResourceOrgID aws:ResourceOrgPaths aws:ResourceTag/ aws:ResourceTag/tag-key aws:SecureTransport aws:SourceAccount aws:SourceArn aws:SourceIdentity aws:SourceIp aws:SourceOrgID aws:SourceOrgPaths aws:SourceOwner aws:SourceVpc aws:SourceVpcArn aws:SourceVpce aws:TagKeys aws:TokenIssueTime aws:UserAgent aws:ViaAWSMCPService aws:ViaAWSService aws:VpcSourceIp aws:VpceAccount aws:VpceOrgID aws:VpceOrgPaths backup:ChangeableForDays backup:CopyTargetOrgPaths backup:CopyTargets backup:FrameworkArns backup:Index backup:MaxRetentionDays backup:MinRetentionDays backup:MpaApprovalTeamArn batch:AWSLogsCreateGroup batch:AWSLogsGroup batch:AWSLogsRegion batch:AWSLogsStreamPrefix batch:EKSImage batch:EKSNamespace batch:EKSPrivileged batch:EKSRunAsGroup batch:EKSRunAsUser batch:EKSServiceAccountName batch:Image batch:LogDriver batch:Privileged batch:SchedulingPriority batch:ShareIdentifier batch:User bedrock-agentcore:AllowedQueryParameters bedrock-agentcore:AllowedRequestHeaders bedrock-agentcore:AllowedResponseHeaders bedrock-agentcore:CredentialProviderScope bedrock-agentcore:CredentialProviderType bedrock-agentcore:DiscoveryUrl bedrock-agentcore:GatewayAuthorizerType bedrock-agentcore:HttpTargetConfigurationType bedrock-agentcore:InboundJwtClaim/aud bedrock-agentcore:InboundJwtClaim/client_id bedrock-agentcore:InboundJwtClaim/iss bedrock-agentcore:InboundJwtClaim/scope bedrock-agentcore:InboundJwtClaim/sub bedrock-agentcore:InferenceTargetConfigurationType bedrock-agentcore:KmsKeyArn bedrock-agentcore:McpTargetConfigurationType bedrock-agentcore:PolicyEngineArn bedrock-agentcore:PolicyEngineMode bedrock-agentcore:PrivateEndpointType bedrock-agentcore:ProtocolType bedrock-agentcore:ResourceConfigurationIdentifier bedrock-agentcore:RuntimeAuthorizerType bedrock-agentcore:actorId bedrock-agentcore:runtimeSessionId bedrock-agentcore:securityGroups bedrock-agentcore:sessionId bedrock-agentcore:strategyId bedrock-mantle:BearerTokenType bedrock-mantle:CustomizedModelArn bedrock-mantle:DataRetentionMode bedrock-mantle:Files bedrock-mantle:FineTuningJob bedrock-mantle:Model bedrock-mantle:ProjectArn bedrock-mantle:ReservationArn bedrock-mantle:ServiceTier bedrock:BearerTokenType bedrock:DataRetentionMode bedrock:GuardrailIdentifier bedrock:InferenceProfileArn bedrock:InlineAgentName bedrock:ModelArn bedrock:ProjectArn bedrock:PromptRouterArn bedrock:ServiceTier bedrock:ThirdPartyKnowledgeBaseCredentialsSecretArn billingconductor:PricingPlanArn cases:CreatedBy cases:RelatedItemType catalog:ChangeType cleanrooms-ml:CollaborationId cloud9:EnvironmentId cloud9:EnvironmentName cloud9:InstanceType cloud9:OwnerArn cloud9:Permissions cloud9:SubnetId cloud9:UserArn cloudformation:ChangeSetName cloudformation:CreateAction cloudformation:ImportResourceTypes cloudformation:ResourceTypes cloudformation:RoleArn cloudformation:StackPolicyUrl cloudformation:TargetRegion cloudformation:TemplateUrl cloudformation:TypeArn cloudshell:SecurityGroupIds cloudshell:SubnetIds cloudshell:VpcIds cloudwatch:AlarmActions cloudwatch:HasAccessGrant cloudwatch:requestInsightRuleLogGroups cloudwatch:requestManagedResourceARNs codebuild:artifacts.bucketOwnerAccess codebuild:artifacts.encryptionDisabled codebuild:authType codebuild:autoRetryLimit codebuild:buildArn codebuild:buildBatchConfig codebuild:buildBatchConfig.restrictions.computeTypesAllowed codebuild:buildBatchConfig.restrictions.fleetsAllowed codebuild:buildBatchConfig.serviceRole codebuild:buildType codebuild:computeConfiguration codebuild:computeConfiguration.disk codebuild:computeConfiguration.instanceType codebuild:computeConfiguration.machineType codebuild:computeConfiguration.memory codebuild:computeConfiguration.vCpu codebuild:computeType codebuild:concurrentBuildLimit codebuild:encryptionKey codebuild:environment.computeConfiguration codebuild:environment.computeConfiguration.disk codebuild:environment.computeConfiguration.instanceType codebuild:environment.computeConfiguration.machineType codebuild:environment.computeConfiguration.memory codebuild:environment.computeConfiguration.vCpu codebuild:environment.computeType codebuild:environment.environmentVariables codebuild:environment.environmentVariables.name codebuild:environment.environmentVariables.value codebuild:environment.environmentVariables/ codebuild:environment.fleet.fleetArn codebuild:environment.imagePullCredentialsType codebuild:environment.privilegedMode codebuild:environment.registryCredential codebuild:environment.registryCredential.credential codebuild:environment.registryCredential.credentialProvider codebuild:environmentType codebuild:exportConfig.s3Destination.bucket codebuild:exportConfig.s3Destination.bucketOwner codebuild:exportConfig.s3Destination.encryptionDisabled codebuild:exportConfig.s3Destination.encryptionKey codebuild:exportConfig.s3Destination.path codebuild:fileSystemLocations.identifier codebuild:fileSystemLocations.location codebuild:fileSystemLocations.type codebuild:fileSystemLocations/ codebuild:fleetServiceRole codebuild:imageId codebuild:logsConfig codebuild:logsConfig.s3Logs codebuild:logsConfig.s3Logs.bucketOwnerAccess codebuild:logsConfig.s3Logs.encryptionDisabled codebuild:logsConfig.s3Logs.location codebuild:logsConfig.s3Logs.status codebuild:manualCreation codebuild:projectArn codebuild:projectVisibility codebuild:scopeConfiguration.domain codebuild:scopeConfiguration.name codebuild:scopeConfiguration.scope codebuild:secondaryArtifacts codebuild:secondaryArtifacts.artifactIdentifier codebuild:secondaryArtifacts.bucketOwnerAccess codebuild:secondaryArtifacts.encryptionDisabled codebuild:secondaryArtifacts.location codebuild:secondaryArtifacts/ codebuild:secondarySources codebuild:secondarySources.auth.resource codebuild:secondarySources.auth.type codebuild:secondarySources.buildStatusConfig.context codebuild:secondarySources.buildStatusConfig.targetUrl codebuild:secondarySources.buildspec codebuild:secondarySources.insecureSsl codebuild:secondarySources.location codebuild:secondarySources.sourceIdentifier codebuild:secondarySources/ codebuild:serverType codebuild:serviceRole codebuild:shouldOverwrite codebuild:source.buildStatusConfig.context codebuild:source.buildStatusConfig.targetUrl codebuild:source.insecureSsl codebuild:vpcConfig codebuild:vpcConfig.securityGroupIds codebuild:vpcConfig.subnets codebuild:vpcConfig.vpcId codecommit:References codeconnections:Branch codeconnections:BranchName codeconnections:FullRepositoryId codeconnections:HostArn codeconnections:InstallationId codeconnections:OwnerId codeconnections:PassedToService codeconnections:ProviderAction codeconnections:ProviderPermissionsRequired codeconnections:ProviderType codeconnections:ProviderTypeFilter codeconnections:RepositoryName codeconnections:VpcId codestar-connections:Branch codestar-connections:BranchName codestar-connections:FullRepositoryId codestar-connections:HostArn codestar-connections:InstallationId codestar-connections:OwnerId codestar-connections:PassedToService codestar-connections:ProviderAction codestar-connections:ProviderPermissionsRequired codestar-connections:ProviderType codestar-connections:ProviderTypeFilter codestar-connections:RepositoryName codestar-connections:VpcId codestar-notifications:NotificationsForResource cognito-identity-auth:AccountId cognito-identity-auth:IdentityPoolArn cognito-identity-unauth:AccountId cognito-identity-unauth:IdentityPoolArn cognito-identity:IdentityPoolArn comprehend:DataLakeKmsKey comprehend:FlywheelIterationId comprehend:ModelKmsKey comprehend:OutputKmsKey comprehend:VolumeKmsKey comprehend:VpcSecurityGroupIds comprehend:VpcSubnets compute-optimizer:ResourceType config:ConfigurationRecorderServicePrincipal connect:AssignmentType connect:AttributeType connect:Channel connect:ContactAssociationId connect:ContactInitiationMethod connect:ExpressionValue connect:FlowType connect:InstanceId connect:ListRealtimeContactAnalysisSegmentsByOutputType connect:ListRealtimeContactAnalysisSegmentsBySegmentType connect:MonitorCapabilities connect:PreferredUserArn connect:PrimaryAttribute/ connect:SearchContactsByContactAnalysis connect:SearchTag/ connect:StorageResourceType connect:Subtype connect:UserArn dataexchange:JobType datapipeline:PipelineCreator datapipeline:Tag/ datapipeline:workerGroup datazone:domainId datazone:projectId datazone:userId dax:EnclosingOperation deadline:AssociatedMembershipLevel deadline:CalledAction deadline:FarmMembershipLevels deadline:FleetMembershipLevels deadline:JobMembershipLevels deadline:MembershipLevel deadline:PrincipalId deadline:QueueMembershipLevels deadline:RequesterPrincipalId devops-guru:ServiceNames drs:CreateAction drs:EC2InstanceARN ds-data:Identifier ds-data:MemberName ds-data:MemberRealm ds-data:Realm ds-data:SAMAccountName dsql:FisActionId dsql:FisTargetArns dsql:WitnessRegion dynamodb:Attributes dynamodb:EnclosingOperation dynamodb:FirstPartitionKeyValues dynamodb:FisActionId dynamodb:FisTargetArns dynamodb:FourthPartitionKeyValues dynamodb:FullTableScan dynamodb:LeadingKeys dynamodb:ReturnConsumedCapacity dynamodb:ReturnValues dynamodb:SecondPartitionKeyValues dynamodb:Select dynamodb:ThirdPartitionKeyValues ebs:Description ebs:ParentSnapshot ebs:VolumeSize ec2-instance-connect:maxTunnelDuration ec2-instance-connect:privateIpAddress ec2-instance-connect:remotePort ec2:AccepterVpc ec2:Add/group ec2:Add/userId ec2:AllocationId ec2:AssociatePublicIpAddress ec2:Attribute ec2:Attribute/ ec2:AuthenticationType ec2:AuthorizedService ec2:AuthorizedUser ec2:AutoPlacement ec2:AvailabilityZone ec2:AvailabilityZoneId ec2:BootModeOverride ec2:CapacityReservationFleet ec2:ClientRootCertificateChainArn ec2:CloudwatchLogGroupArn ec2:CloudwatchLogStreamArn ec2:CommitmentDuration ec2:CpuOptionsAmdSevSnp ec2:CreateAction ec2:CreateDate ec2:DPDTimeoutSeconds ec2:DestinationCapacityReservationId ec2:DhcpOptionsID ec2:DirectoryArn ec2:Domain ec2:EbsOptimized ec2:ElasticGpuType ec2:Encrypted ec2:EndDate ec2:EndDateType ec2:EphemeralStorage ec2:FisActionId ec2:FisTargetArns ec2:GatewayType ec2:HostRecovery ec2:IKEVersions ec2:ImageID ec2:ImageType ec2:InsideTunnelCidr ec2:InsideTunnelIpv6Cidr ec2:InstanceAutoRecovery ec2:InstanceBandwidthWeighting ec2:InstanceCount ec2:InstanceID ec2:InstanceMarketType ec2:InstanceMatchCriteria ec2:InstanceMetadataTags ec2:InstancePlatform ec2:InstanceProfile ec2:InstanceType ec2:InternetGatewayID ec2:InterruptibleCapacityReservationId ec2:InterruptionType ec2:IpamPrefixListResolverTargetId ec2:Ipv4IpamPoolId ec2:Ipv6IpamPoolId ec2:IsInterruptible ec2:IsLaunchTemplateResource ec2:KeyPairName ec2:KeyPairType ec2:KmsKeyId ec2:LaunchTemplate ec2:Location ec2:ManagedResourceOperator ec2:MetadataHttpEndpoint ec2:MetadataHttpPutResponseHopLimit ec2:MetadataHttpTokens ec2:NetworkAclID ec2:NetworkInterfaceID ec2:NewInstanceProfile ec2:OutpostArn ec2:Owner ec2:ParentSnapshot ec2:ParentVolume ec2:Permission ec2:Phase1DHGroup ec2:Phase1EncryptionAlgorithms ec2:Phase1IntegrityAlgorithms ec2:Phase1LifetimeSeconds ec2:Phase2DHGroup ec2:Phase2EncryptionAlgorithms ec2:Phase2IntegrityAlgorithms ec2:Phase2LifetimeSeconds ec2:PlacementGroup ec2:PlacementGroupName ec2:PlacementGroupStrategy ec2:ProductCode ec2:Public ec2:PublicIpAddress ec2:Quantity ec2:Region ec2:RekeyFuzzPercentage ec2:RekeyMarginTimeSeconds ec2:Remove/group ec2:Remove/userId ec2:ReplayWindowSizePackets ec2:RequesterVpc ec2:ReservedInstancesOfferingType ec2:ResourceTag/ ec2:RoleDelivery ec2:RootDeviceType ec2:RouteTableID ec2:RoutingType ec2:SamlProviderArn ec2:SecurityGroupID ec2:ServerCertificateArn ec2:SnapshotCoolOffPeriod ec2:SnapshotID ec2:SnapshotLockDuration ec2:SnapshotTime ec2:SourceAvailabilityZone ec2:SourceCapacityReservationId ec2:SourceInstanceARN ec2:SourceInstanceArn ec2:SourceOutpostArn ec2:Subnet ec2:SubnetID ec2:TargetInstanceCount ec2:Tenancy ec2:VolumeID ec2:VolumeInitializationRate ec2:VolumeIops ec2:VolumeSize ec2:VolumeThroughput ec2:VolumeType ec2:Vpc ec2:VpcID ec2:VpcPeeringConnectionID ec2:VpceMultiRegion ec2:VpcePrivateDnsPreference ec2:VpcePrivateDnsSpecifiedDomains ec2:VpceServiceName ec2:VpceServiceOwner ec2:VpceServicePrivateDnsName ec2:VpceServiceRegion ec2:VpceSupportedRegion ec2:transitGatewayAttachmentId ec2:transitGatewayConnectPeerId ec2:transitGatewayId ec2:transitGatewayMeteringPolicyId ec2:transitGatewayMulticastDomainId ec2:transitGatewayPolicyTableId ec2:transitGatewayRouteTableAnnouncementId ec2:transitGatewayRouteTableId ecr-public:ResourceTag/ ecr:AccountSetting ecr:ResourceTag/ ecs:CreateAction ecs:ResourceTag/ eks:accessEntryType eks:accessScope eks:authenticationMode eks:blockStorageEnabled eks:bootstrapClusterCreatorAdminPermissions eks:bootstrapSelfManagedAddons eks:clientId eks:clusterName eks:computeConfigEnabled eks:controlPlaneEgressMode eks:controlPlaneScalingTier eks:deletionProtection eks:elasticLoadBalancingEnabled eks:encryptionConfigProviderKeyArns eks:endpointPrivateAccess eks:endpointPublicAccess eks:issuerUrl eks:kubeApiServerConfig eks:kubeControllerManagerConfig eks:kubeSchedulerConfig eks:kubernetesGroups eks:kubernetesVersion eks:loggingType/ eks:policyArn eks:principalArn eks:supportType eks:zonalShiftEnabled elasticache:AtRestEncryptionEnabled elasticache:AuthTokenEnabled elasticache:AutomaticFailoverEnabled elasticache:CacheNodeType elasticache:CacheParameterGroupName elasticache:ClusterModeEnabled elasticache:DataStorageUnit elasticache:Durability elasticache:EngineType elasticache:EngineVersion elasticache:KmsKeyId elasticache:MaximumDataStorage elasticache:MaximumECPUPerSecond elasticache:MinimumDataStorage elasticache:MinimumECPUPerSecond elasticache:MultiAZEnabled elasticache:NumNodeGroups elasticache:ReplicasPerNodeGroup elasticache:SnapshotRetentionLimit elasticache:TransitEncryptionEnabled elasticache:UserAuthenticationMode elasticbeanstalk:FromApplication elasticbeanstalk:FromApplicationVersion elasticbeanstalk:FromConfigurationTemplate elasticbeanstalk:FromEnvironment elasticbeanstalk:FromPlatform elasticbeanstalk:FromSolutionStack elasticbeanstalk:InApplication elasticfilesystem:AccessPointArn elasticfilesystem:AccessedViaMountTarget elasticfilesystem:CreateAction elasticfilesystem:Encrypted elasticloadbalancing:CreateAction elasticloadbalancing:ListenerProtocol elasticloadbalancing:ResourceTag/ elasticloadbalancing:Scheme elasticloadbalancing:SecurityGroup elasticloadbalancing:SecurityPolicy elasticloadbalancing:Subnet elasticmapreduce:ExecutionRoleArn elasticmapreduce:RequestTag/ elasticmapreduce:ResourceTag/ emr-containers:ExecutionRoleArn emr-containers:JobTemplateArn events:ContentFilterPresent events:EventBusArn events:ManagedBy events:Metadata/ events:PolicyName events:SystemMetadata/AwsDetailType events:SystemMetadata/AwsSource events:SystemMetadata/ContentType events:TargetArn events:creatorAccount events:detail.eventTypeCode events:detail.userIdentity.principalId events:eventBusInvocation execute-api:viaDomainArn fis:Operations fis:Percentage fis:Service fis:Targets fsx:IsBackupCopyDestination fsx:IsBackupCopySource fsx:NfsDataRepositoryAuthenticationEnabled fsx:NfsDataRepositoryEncryptionInTransitEnabled fsx:ParentVolumeId fsx:StorageVirtualMachineId gameliftstreams:RoleArn geo:DeviceIds geo:GeofenceIds glacier:ArchiveAgeInDays glacier:ResourceTag/ glue:CredentialIssuingService glue:EnabledForRedshiftAutoDiscovery glue:FederatedAuthorizationSource glue:LakeFormationPermissions glue:RoleAssumedBy glue:SecurityGroupIds glue:SubnetIds glue:VpcIds groundstation:AgentId groundstation:ConfigId groundstation:ConfigType groundstation:ContactId groundstation:DataflowEndpointGroupId groundstation:EphemerisId groundstation:GroundStationId groundstation:MissionProfileId groundstation:SatelliteId health:eventTypeCode iam:AWSServiceName iam:AccountPropertyNamespaces iam:AssociatedResourceArn iam:DelegationDuration iam:DelegationRequestOwner iam:FIDO-FIPS-140-2-certification iam:FIDO-FIPS-140-3-certification iam:FIDO-certification iam:NotificationChannel iam:OrganizationsPolicyId iam:PassedToService iam:PermissionsBoundary iam:PolicyARN iam:RegisterSecurityKey iam:ResourceTag/ iam:RoleTemplateARN iam:ServiceSpecificCredentialAgeDays iam:ServiceSpecificCredentialServiceName iam:TemplateArn identitycenter:ApplicationArn identitycenter:InstanceArn identitystore:GroupExternalIdIssuers identitystore:GroupId identitystore:IdentityStoreArn identitystore:PrimaryRegion identitystore:ReservedUserId identitystore:UserExternalIdIssuers identitystore:UserId imagebuilder:CreatedResourceTag/ imagebuilder:CreatedResourceTagKeys imagebuilder:Ec2MetadataHttpTokens imagebuilder:LifecyclePolicyResourceType imagebuilder:StatusTopicArn iot:ClientMode iot:CommandExecutionParameterBoolean/ iot:CommandExecutionParameterNumber/ iot:CommandExecutionParameterString/ iot:Delete iot:DomainName iot:IncludeSocketInformation iot:JobId iot:ThingGroupArn iot:Topic iot:TunnelDestinationService iot:thingArn iotanalytics:ResourceTag/ iotevents:keyValue iotfleetwise:DestinationArn iotfleetwise:Signals iotfleetwise:UpdateToDecoderManifestArn iotfleetwise:UpdateToModelManifestArn iotmanagedintegrations:cloudConnectorId iotmanagedintegrations:connectorDestinationId iotsitewise:assetHierarchyPath iotsitewise:childAssetId iotsitewise:isAssociatedWithAssetProperty iotsitewise:propertyAlias iotsitewise:propertyId iotsitewise:taskArns iottwinmaker:destinationType iottwinmaker:linkedServices iottwinmaker:sourceType iotwireless:DestinationName iotwireless:DeviceProfileId iotwireless:ServiceProfileId kafka:publicAccessEnabled kinesis:FisActionId kinesis:FisInjectPercentage kinesis:FisTargetArns kms:BypassPolicyLockoutSafetyCheck kms:CallerAccount kms:CustomerMasterKeySpec kms:CustomerMasterKeyUsage kms:DataKeyPairSpec kms:EncryptionAlgorithm kms:EncryptionContext: kms:EncryptionContextKeys kms:ExpirationModel kms:GrantConstraintSourceArn kms:GrantConstraintType kms:GrantIsForAWSResource kms:GrantOperations kms:GranteePrincipal kms:GranteeServicePrincipal kms:KeyAgreementAlgorithm kms:KeyOrigin kms:KeySpec kms:KeyUsage kms:MacAlgorithm kms:MessageType kms:MultiRegion kms:MultiRegionKeyType kms:PrimaryRegion kms:ReEncryptOnSameKey kms:RecipientAttestation:ImageSha384 kms:RecipientAttestation:NitroTPMPCR0 kms:RecipientAttestation:NitroTPMPCR1 kms:RecipientAttestation:NitroTPMPCR10 kms:RecipientAttestation:NitroTPMPCR11 kms:RecipientAttestation:NitroTPMPCR12 kms:RecipientAttestation:NitroTPMPCR13 kms:RecipientAttestation:NitroTPMPCR14 kms:RecipientAttestation:NitroTPMPCR15 kms:RecipientAttestation:NitroTPMPCR16 kms:RecipientAttestation:NitroTPMPCR17 kms:RecipientAttestation:NitroTPMPCR18 kms:RecipientAttestation:NitroTPMPCR19 kms:RecipientAttestation:NitroTPMPCR2 kms:RecipientAttestation:NitroTPMPCR20 kms:RecipientAttestation:NitroTPMPCR21 kms:RecipientAttestation:NitroTPMPCR22 kms:RecipientAttestation:NitroTPMPCR23 kms:RecipientAttestation:NitroTPMPCR3 kms:RecipientAttestation:NitroTPMPCR4 kms:RecipientAttestation:NitroTPMPCR5 kms:RecipientAttestation:NitroTPMPCR6 kms:RecipientAttestation:NitroTPMPCR7 kms:RecipientAttestation:NitroTPMPCR8 kms:RecipientAttestation:NitroTPMPCR9 kms:RecipientAttestation:PCR0 kms:RecipientAttestation:PCR1 kms:RecipientAttestation:PCR10 kms:RecipientAttestation:PCR11 kms:RecipientAttestation:PCR12 kms:RecipientAttestation:PCR13 kms:RecipientAttestation:PCR14 kms:RecipientAttestation:PCR15 kms:RecipientAttestation:PCR16 kms:RecipientAttestation:PCR17 kms:RecipientAttestation:PCR18 kms:RecipientAttestation:PCR19 kms:RecipientAttestation:PCR2 kms:RecipientAttestation:PCR20 kms:RecipientAttestation:PCR21 kms:RecipientAttestation:PCR22 kms:RecipientAttestation:PCR23 kms:RecipientAttestation:PCR24 kms:RecipientAttestation:PCR25 kms:RecipientAttestation:PCR26 kms:RecipientAttestation:PCR27 kms:RecipientAttestation:PCR28 kms:RecipientAttestation:PCR29 kms:RecipientAttestation:PCR3 kms:RecipientAttestation:PCR30 kms:RecipientAttestation:PCR31 kms:RecipientAttestation:PCR4 kms:RecipientAttestation:PCR5 kms:RecipientAttestation:PCR6 kms:RecipientAttestation:PCR7 kms:RecipientAttestation:PCR8 kms:RecipientAttestation:PCR9 kms:ReplicaRegion kms:RequestAlias kms:ResourceAliases kms:RetiringPrincipal kms:RetiringServicePrincipal kms:RotationPeriodInDays kms:ScheduleKeyDeletionPendingWindowInDays kms:SigningAlgorithm kms:TrailingDaysWithoutKeyUsage kms:ValidTo kms:ViaService kms:WrappingAlgorithm kms:WrappingKeySpec lakeformation:EnabledOnlyForMetaDataAccess lambda:CodeSigningConfigArn lambda:EventSourceToken lambda:FunctionArn lambda:FunctionUrlAuthType lambda:InvokedViaFunctionUrl lambda:Layer lambda:Principal lambda:SecurityGroupIds lambda:SourceFunctionArn lambda:SubnetIds lambda:VpcIds lex:associatedIntents lex:associatedSlotTypes lex:channelType license-manager:ResourceTag/ logs:DeliveryDestinationResourceArn logs:LogGeneratingResourceArns lookoutequipment:IsImportingData mediaconvert:HttpInputsAllowed mediaconvert:HttpsInputsAllowed mediaconvert:S3InputsAllowed medical-imaging:SeriesInstanceUID medical-imaging:StudyInstanceUID memorydb:TLSEnabled memorydb:UserAuthenticationMode mgh:AutomationRunResourceRunID mgh:AutomationUnitResourceAutomationUnitArn mgh:ConnectionResourceConnectionArn mgn:CreateAction mpa:ProtectedResourceAccount mpa:RequestedOperation neptune-db:QueryLanguage neptune-graph:PublicConnectivity networkmanager:cgwArn networkmanager:directConnectGatewayArn networkmanager:edgeLocations networkmanager:subnetArns networkmanager:tgwArn networkmanager:tgwConnectPeerArn networkmanager:tgwRtbArn networkmanager:vpcArn networkmanager:vpnConnectionArn nimble:createdBy nimble:ownedBy nimble:principalId nimble:requesterPrincipalId nimble:studioId oam:ResourceTypes observabilityadmin:CentralizationBackupRegion observabilityadmin:CentralizationDestinationAccount observabilityadmin:CentralizationDestinationRegion observabilityadmin:CentralizationRuleName observabilityadmin:CentralizationSourceId observabilityadmin:CentralizationSourceRegions observabilityadmin:SourceType observabilityadmin:TargetRegions organizations:PolicyType organizations:ServicePrincipal organizations:TransferDirection organizations:TransferType partnercentral-account-management:LegacyPartnerCentralRole partnercentral-account-management:MarketingCentralRole partnercentral-account-management:ProServeRole partnercentral:Catalog partnercentral:ChannelHandshakeType partnercentral:FulfillmentTypes partnercentral:Programs partnercentral:RelatedEntityType partnercentral:VerificationType payment-cryptography:CertificateAuthorityPublicKeyIdentifier payment-cryptography:DeriveKeyUsage payment-cryptography:ExportDukptInitialKey payment-cryptography:ExportKeyMaterial payment-cryptography:ImportKeyMaterial payment-cryptography:KeyAlgorithm payment-cryptography:KeyClass payment-cryptography:KeyUsage payment-cryptography:PrivateKeyIdentifier payment-cryptography:RequestAlias payment-cryptography:ResourceAliases payment-cryptography:SigningKeyIdentifier payment-cryptography:WrappingKeyIdentifier pi:Dimensions proton:EnvironmentTemplate proton:ServiceTemplate qapps:AppIsPublished qapps:SessionIsShared qapps:UserIsAppOwner qapps:UserIsSessionModerator qldb:Purge quicksight:AllowedEmbeddingDomains quicksight:DirectoryType quicksight:Edition quicksight:Group quicksight:IamArn quicksight:KmsKeyArns quicksight:SessionName quicksight:UserName ram:AllowsExternalPrincipals ram:PermissionArn ram:PermissionResourceType ram:Principal ram:RequestedAllowsExternalPrincipals ram:RequestedResourceType ram:ResourceArn ram:ResourceShareName ram:ResourceTag/ ram:RetainSharingOnAccountLeaveOrganization ram:ShareOwnerAccountId rbin:Attribute/ResourceType rbin:Request/ResourceType rds:BackupTarget rds:CopyOptionGroup rds:DatabaseClass rds:DatabaseEngine rds:DatabaseName rds:EndpointType rds:ManageMasterUserPassword rds:MultiAz rds:Piops rds:PubliclyAccessible rds:StorageEncrypted rds:StorageSize rds:TagsFromRequest rds:TenantDatabaseName rds:Vpc redshift-serverless:endpointAccessId redshift-serverless:managedWorkgroupName redshift-serverless:namespaceId redshift-serverless:recoveryPointId redshift-serverless:snapshotId redshift-serverless:tableRestoreRequestId redshift-serverless:workgroupId redshift:AllowWrites redshift:ConsumerArn redshift:ConsumerIdentifier redshift:DbName redshift:DbUser redshift:DurationSeconds redshift:InboundIntegrationArn redshift:IntegrationSourceArn redshift:IntegrationTargetArn refactor-spaces:ApplicationCreatedByAccount refactor-spaces:CreatedByAccountIds refactor-spaces:RouteCreatedByAccount refactor-spaces:ServiceCreatedByAccount refactor-spaces:SourcePath resource-explorer-2:Operation route53-recovery-cluster:AllowSafetyRulesOverrides route53:ChangeResourceRecordSetsActions route53:ChangeResourceRecordSetsNormalizedRecordNames route53:ChangeResourceRecordSetsRecordTypes route53:VPCs route53profiles:FirewallRuleGroupPriority route53profiles:HostedZoneDomains route53profiles:ResolverRuleDomains route53profiles:ResourceArns route53profiles:ResourceIds route53profiles:ResourceTypes rtbfabric:InboundExternalLinkGatewayId rtbfabric:InboundExternalLinkLinkId rtbfabric:LinkLinkId rtbfabric:LinkRoutingRuleRuleId rtbfabric:OutboundExternalLinkLinkId rtbfabric:RequesterGatewayGatewayId rtbfabric:ResponderGatewayGatewayId s3-object-lambda:TlsVersion s3-object-lambda:authType s3-object-lambda:signatureAge s3-outposts:AccessPointNetworkOrigin s3-outposts:DataAccessPointAccount s3-outposts:DataAccessPointArn s3-outposts:ExistingObjectTag/<key> s3-outposts:RequestObjectTag/<key> s3-outposts:RequestObjectTagKeys s3-outposts:authType s3-outposts:signatureAge s3:AccessGrantScope s3:AccessGrantsInstanceArn s3:AccessGrantsLocationScope s3:AccessPointNetworkOrigin s3:AccessPointTag/ s3:BucketTag/ s3:DataAccessPointAccount s3:DataAccessPointArn s3:ExistingJobOperation s3:ExistingJobPriority s3:ExistingObjectTag/<key> s3:InventoryAccessibleOptionalFields s3:JobSuspendedCause s3:ObjectCreationOperation s3:RequestJobOperation s3:RequestJobPriority s3:RequestObjectTag/<key> s3:RequestObjectTagKeys s3:ResourceAccount s3:TlsVersion s3:authType s3:deliverySourceArn s3:destinationRegion s3:isReplicationPauseRequest s3:logType s3:resourceArnBeingAuthorized s3:signatureAge s3express:AccessPointNetworkOrigin s3express:AccessPointTag/ s3express:AllAccessRestrictedToLocalZoneGroup s3express:BucketTag/ s3express:DataAccessPointAccount s3express:DataAccessPointArn s3express:InventoryAccessibleOptionalFields s3express:LocationName s3express:Permissions s3express:ResourceAccount s3express:SessionMode s3express:TlsVersion s3express:authType s3express:signatureAge s3files:AccessPointArn s3files:CreateAction s3tables:KMSKeyArn s3tables:SSEAlgorithm s3tables:StorageClass s3tables:TableBucketTag/ s3tables:tableName s3vectors:VectorBucketTag/ s3vectors:kmsKeyArn s3vectors:sseType sagemaker:AcceleratorTypes sagemaker:AppNetworkAccessType sagemaker:AuthMode sagemaker:BearerTokenType sagemaker:CurrentCustomerMetadataProperties/ sagemaker:CurrentModelLifeCycleStage sagemaker:CurrentModelLifeCycleStageStatus sagemaker:CustomerMetadataProperties/ sagemaker:CustomerMetadataPropertiesToRemove sagemaker:DirectGatedModelAccess sagemaker:DirectInternetAccess sagemaker:DomainId sagemaker:DomainSharingOutputKmsKey sagemaker:DomainSharingOutputKmsKeyArn sagemaker:EnableRemoteDebug sagemaker:FeatureGroupDisableGlueTableCreation sagemaker:FeatureGroupEnableOnlineStore sagemaker:FeatureGroupOfflineStoreConfig sagemaker:FeatureGroupOfflineStoreKmsKey sagemaker:FeatureGroupOfflineStoreKmsKeyArn sagemaker:FeatureGroupOfflineStoreS3Uri sagemaker:FeatureGroupOnlineStoreKmsKey sagemaker:FeatureGroupOnlineStoreKmsKeyArn sagemaker:FileSystemAccessMode sagemaker:FileSystemDirectoryPath sagemaker:FileSystemId sagemaker:FileSystemType sagemaker:HomeEfsFileSystemKmsKey sagemaker:ImageArns sagemaker:ImageVersionArns sagemaker:InstanceTypes sagemaker:InterContainerTrafficEncryption sagemaker:IsUpdateRecord sagemaker:KeepAlivePeriod sagemaker:MaxRuntimeInSeconds sagemaker:MinimumInstanceMetadataServiceVersion sagemaker:ModelApprovalStatus sagemaker:ModelArn sagemaker:ModelLifeCycle:Stage sagemaker:ModelLifeCycle:StageStatus sagemaker:NetworkIsolation sagemaker:NotebookInstanceLifecycleConfigArns sagemaker:OutputKmsKey sagemaker:OutputKmsKeyArn sagemaker:OwnerUserProfileArn sagemaker:PipelineVersionId sagemaker:RemoteAccess sagemaker:ResourceTag/ sagemaker:RootAccess sagemaker:SearchVisibilityCondition/ sagemaker:ServerlessMaxConcurrency sagemaker:ServerlessMemorySize sagemaker:SpaceSharingType sagemaker:StudioLifecycleConfigArns sagemaker:TaggingAction sagemaker:TargetModel sagemaker:UpdatableFeatures sagemaker:UserProfileName sagemaker:VolumeKmsKey sagemaker:VolumeKmsKeyArn sagemaker:VpcSecurityGroupIds sagemaker:VpcSubnets sagemaker:WorkteamArn sagemaker:WorkteamType saml:commonName saml:givenName saml:organizationStatus saml:primaryGroupSID saml:x500UniqueIdentifier secretsmanager:AddReplicaRegions secretsmanager:BlockPublicPolicy secretsmanager:Description secretsmanager:ExternalSecretRotationRoleArn secretsmanager:ForceDeleteWithoutRecovery secretsmanager:ForceOverwriteReplicaSecret secretsmanager:KmsKeyArn secretsmanager:KmsKeyId secretsmanager:ModifyRotationRules secretsmanager:Name secretsmanager:RecoveryWindowInDays secretsmanager:ResourceTag/tag-key secretsmanager:RotateImmediately secretsmanager:RotationLambdaARN secretsmanager:SecretId secretsmanager:SecretPrimaryRegion secretsmanager:Type secretsmanager:VersionId secretsmanager:VersionStage secretsmanager:resource/AllowRotationLambdaArn secretsmanager:resource/Type securityhub:ASFFSyntaxPath/ securityhub:OCSFSyntaxPath/ securityhub:TargetAccount serverlessrepo:applicationType servicecatalog:Resource servicecatalog:ResourceType servicecatalog:accountLevel servicecatalog:roleLevel servicecatalog:userLevel servicediscovery:NamespaceArn servicediscovery:NamespaceName servicediscovery:ServiceArn servicediscovery:ServiceCreatedByAccount servicediscovery:ServiceName ses:AddonSubscriptionArn ses:ApiVersion ses:ClickTrackingEnabled ses:ConfigurationSetOptions ses:ExportSourceType ses:FeedbackAddress ses:FromAddress ses:FromDisplayName ses:MailManagerIngressPointType ses:MailManagerRuleSetArn ses:MailManagerTrafficPolicyArn ses:MultiRegionEndpointId ses:OpenTrackingEnabled ses:Recipients ses:ReplicaRegion ses:TenantName signer:ProfileVersion signin:OAuthClientAuthentication signin:OAuthClientId signin:OAuthGrantType signin:OAuthRedirectUri signin:OAuthTokenType signin:PrincipalArn sns:Endpoint sns:Protocol ssm:AccessRequestId ssm:AutoApprove ssm:DocumentCategories ssm:DocumentType ssm:DocumentVersion ssm:InventoryTypeName ssm:NodeAccountId ssm:NodeOrgId ssm:Overwrite ssm:Policies ssm:Recursive ssm:SessionDocumentAccessCheck ssm:SourceInstanceARN ssm:SourceInstanceArn ssm:SyncType ssm:resourceTag/ ssm:resourceTag/aws:ssmmessages:session-id ssm:resourceTag/aws:ssmmessages:target-id ssm:resourceTag/tag-key sso:ApplicationAccount sso:PrimaryRegion states:HTTPEndpoint states:HTTPMethod states:StateMachineQualifier sts:AWSServiceName sts:DurationSeconds sts:ExternalId sts:IdentityTokenAudience sts:RequestContext/ sts:RequestContextProviders sts:RoleAuthorizedByIdp sts:RoleSessionName sts:SigningAlgorithm sts:SourceIdentity sts:TaskPolicyArn sts:TransitiveTagKeys swf:activityType.name swf:activityType.version swf:defaultTaskList.name swf:tagFilter.tag swf:tagList.member.0 swf:tagList.member.1 swf:tagList.member.2 swf:tagList.member.3 swf:tagList.member.4 swf:taskList.name swf:typeFilter.name swf:typeFilter.version swf:workflowType.name swf:workflowType.version synthetics:Names timestream-influxdb:RestoreMode transcribe:OutputBucketName transcribe:OutputEncryptionKMSKeyId transcribe:OutputKey transcribe:OutputLocation transfer:RequestConnectorProtocol transfer:RequestSecurityPolicyName transfer:RequestServerDomain transfer:RequestServerEndpointType transfer:RequestServerProtocols user-subscriptions:CreateForSelf vpc-lattice-svcs:Port vpc-lattice-svcs:RequestHeader/ vpc-lattice-svcs:RequestMethod vpc-lattice-svcs:RequestPath vpc-lattice-svcs:RequestQueryString/ vpc-lattice-svcs:ServiceArn vpc-lattice-svcs:ServiceNetworkArn vpc-lattice-svcs:SourceVpc vpc-lattice-svcs:SourceVpcOwnerAccount vpc-lattice:AuthType vpc-lattice:CreateAction vpc-lattice:DomainName vpc-lattice:PrivateDnsPreference vpc-lattice:PrivateDnsSpecifiedDomains vpc-lattice:Protocol vpc-lattice:ResourceConfigurationArn vpc-lattice:SecurityGroupIds vpc-lattice:ServiceArn vpc-lattice:ServiceNetworkArn vpc-lattice:TargetGroupArns vpc-lattice:VpcEndpointId vpc-lattice:VpcId wafv2:LogDestinationResource wafv2:LogScope wellarchitected:JiraProjectKey wisdom:MessageTemplate/RoutingProfileArn wisdom:SearchFilter/Qualifier wisdom:SearchFilter/RoutingProfileArn workmail:ImpersonationRoleId workspaces:userId xray:ResourcePolicyName xray:TraceSegmentDestination";

// src/providers/aws/access/actions.ts
const LEVELS = {
	L: "list",
	R: "read",
	T: "tagging",
	W: "write",
	P: "permissions management"
};
const services = new Map(Object.entries(actions));
const read$1 = /* @__PURE__ */ new Map();
const NONE = /* @__PURE__ */ new Map();
/** What patterns stand for, of as many as an account's policies have: most are asked about again. */
const matching = /* @__PURE__ */ new Map();
const REMEMBERED = 2e4;
let keys = null;
/** A service's names are taken apart when it is first asked for. */
function knownOf(service) {
	const letters = services.get(service);
	if (letters === void 0) return NONE;
	const known = read$1.get(service) ?? takenApart(service, letters);
	read$1.set(service, known);
	return known;
}
function takenApart(service, letters) {
	const all = Object.entries(letters).flatMap(([letter, names]) => names.split(" ").map((name) => ({
		action: `${service}:${name}`,
		level: LEVELS[letter] ?? "write"
	})));
	all.sort((left, right) => compareText(left.action, right.action));
	return new Map(all.map((one) => [one.action.toLowerCase(), one]));
}
/** Every service prefix that the table knows, sorted. */
function knownServices() {
	return [...services.keys()];
}
const others = new Map(Object.entries(resources));
/**
* Whether actions of one service can be on a resource of another, as an ARN names it. Never false where nobody knows: of a service that
* the table does not have anything may be true. Source: Resource types, in the service authorization reference.
*/
function mayActOn(service, owner) {
	if (service === owner || !services.has(service)) return true;
	const known = others.get(service)?.split(" ") ?? [];
	return known.includes(owner) || known.includes("*");
}
/** Null for an action that the table does not know. */
function levelOf(action) {
	const lower = action.toLowerCase();
	return knownOf(serviceOf(lower)).get(lower)?.level ?? null;
}
/** Known actions that an action of a policy stands for, as AWS spells them, sorted. @param pattern in any case, with `*` and `?` */
function actionsMatching(pattern) {
	const lower = pattern.toLowerCase();
	const found = matching.get(lower) ?? matchingIn(lower);
	if (matching.size < REMEMBERED) matching.set(lower, found);
	return found;
}
function matchingIn(lower) {
	return (lower === "*" ? knownServices() : [serviceOf(lower)]).flatMap((service) => [...knownOf(service)].flatMap(([name, { action }]) => fitsPattern(lower, name) ? [action] : []));
}
/**
* One spelling for all that mean the same: AWS matches actions without regard to case. As the table spells it; a pattern as the
* shortest action that it fits; as it is written where nothing is known, but for the prefix of a service that is.
*/
function spelledAction(text) {
	const lower = text.toLowerCase();
	const known = knownOf(serviceOf(lower));
	const exact = known.get(lower);
	if (exact !== void 0) return exact.action;
	if (!/[*?]/u.test(lower)) return keptLetters(text);
	const [name, like] = [...known].filter(([name]) => fitsPattern(lower, name)).toSorted(([left], [right]) => left.length - right.length)[0] ?? [];
	return name === void 0 || like === void 0 ? keptLetters(text) : spelledAs(lower, name, like.action);
}
function keptLetters(text) {
	const service = serviceOf(text).toLowerCase();
	return services.has(service) ? `${service}${text.slice(service.length)}` : text;
}
/** @param name that the pattern fits, in lower case; `action` is the same as AWS spells it */
function spelledAs(pattern, name, action) {
	const pieces = literalsOf(pattern);
	let from = 0;
	return pieces.map(({ text, wild }) => {
		if (wild) return text;
		const at = Math.max(name.indexOf(text, from), from);
		from = at + text.length;
		return action.slice(at, from);
	}).join("");
}
function serviceOf(action) {
	return action.slice(0, Math.max(action.indexOf(":"), 0));
}
/**
* Condition keys are matched without regard to case. What follows a slash (the key of a tag, the path of an issuer) stays as it is:
* it is a name of somebody else's.
*/
function spelledConditionKey(text) {
	keys ??= new Map(conditionKeys.split(" ").map((key) => [key.toLowerCase(), key]));
	const exact = keys.get(text.toLowerCase());
	if (exact !== void 0) return exact;
	const slash = text.indexOf("/") + 1;
	const stem = (slash === 0 ? text : text.slice(0, slash)).toLowerCase();
	return `${keys.get(stem) ?? stem}${slash === 0 ? "" : text.slice(slash)}`;
}

// src/providers/aws/policy/variables.ts
/**
* Before 2012-10-17 `${…}` is text, which a policy of that version says as `${$}{…}`. Since then it is a variable, whose name is a
* condition key: `${AWS:UserName}` is `${aws:username}`. Source: IAM policy elements: Variables and tags.
*/
function variablesOf(version) {
	if (version !== "2012-10-17") return (text) => text.replaceAll("${", "${$}{");
	return (text) => text.replace(/\$\{([^{},]+)(,[^{}]*)?\}/gu, (_whole, name, rest = "") => [
		"*",
		"?",
		"$"
	].includes(name) ? `\${${name}}` : `\${${spelledConditionKey(name)}${rest}}`);
}
/** The variables of a value, in one text. */
function variablesIn(text) {
	if (!text.includes("${")) return "";
	const names = text.match(/\$\{[^{}]*\}/gu) ?? [];
	return [...new Set(names.filter((name) => ![
		"${*}",
		"${?}",
		"${$}"
	].includes(name)))].sort().join("");
}
/**
* The variables that every value of a list has; null where they differ. "If AWS cannot resolve a variable this might cause the entire
* statement to be invalid": only values with the same variables may be told apart or joined. Source: Variables and tags.
*/
function sharedVariables(values) {
	const all = new Set(values.map(variablesIn));
	return all.size > 1 ? null : [...all][0] ?? "";
}

// src/providers/aws/policy/covered.ts
/** Pairs of values of one list that begin alike up to a wildcard: far more than a list has that says anything. */
const PAIRS$1 = 5e5;
function coversAction(whole, part) {
	return mayBegin(whole, part) && coversPattern(whole.toLowerCase(), part.toLowerCase());
}
/** Sorted, without doubles and without what another value covers; of two that cover each other the first stays. */
function withoutCovered(values, covers) {
	const all = [...new Set(values)].sort(compareText);
	const isUniform = sharedVariables(all) !== null;
	const wide = all.filter(hasWildcard);
	let pairs = 0;
	return all.filter((value) => {
		if (!isUniform && value.includes("${")) return true;
		const alike = wide.filter((other) => other !== value && mayBegin(other, value));
		pairs += alike.length;
		if (pairs > PAIRS$1) throw tooLarge("A list has too many wildcards to compare.", `${all.length} values`);
		return !alike.some((other) => covers(other, value) && (other < value || !covers(value, other)));
	});
}

// src/providers/aws/policy/texts.ts
/** UTF-16 code units of one value: more than any ARN. */
const LONGEST$1 = 4096;
/** A string, or a list of them. @throws CountersignError `aws-policy-malformed` for anything else, and where there is none. */
function textsOf(value, element) {
	return mapTexts(value, element, (text) => text);
}
/** The same, each as `map` has it; what it throws is told of its own text. */
function mapTexts(value, element, map) {
	return anyTextsOf(value, listOf(value), element).map((text, index) => within(placeOf(value, index), () => {
		if (text !== "") return map(text);
		throw malformed$1(`A policy's \`${element}\` has a value that is empty.`, "\"\"", "Write what is meant, or `*`.");
	}));
}
/** Of one of the values of an element, which has no number where it is no list. */
function placeOf(value, index) {
	return Array.isArray(value) ? `/${index}` : "";
}
/** Values of a condition, which may be empty: numbers and booleans are the texts that they stand for. */
function scalarsOf(value, element) {
	return anyTextsOf(value, listOf(value).map((item) => typeof item === "boolean" || isPlainNumber(item) ? JSON.stringify(item) : item), element);
}
/** One value is a list of one. */
function listOf(value) {
	if (Array.isArray(value)) return value;
	return value === void 0 ? [] : [value];
}
function anyTextsOf(value, list, element) {
	if (list.length === 0) throw malformed$1(`A policy's \`${element}\` lists nothing.`, "[]", `Name at least one value, or take \`${element}\` out.`);
	return list.map((item, index) => within(placeOf(value, index), () => textIn(item, element)));
}
function textIn(item, element) {
	if (typeof item === "string") return checked(item, element);
	throw malformed$1(`A policy's \`${element}\` holds something that is no text.`, JSON.stringify(item), typeof item === "number" ? "Put the number in quotes." : "Write texts, or a list of them.");
}
/** What JavaScript may have rounded is not what was written. */
function isPlainNumber(value) {
	return typeof value === "number" && Math.abs(value) <= Number.MAX_SAFE_INTEGER && !/e/u.test(String(value));
}
function checked(text, element) {
	if (text.length <= LONGEST$1) return text;
	throw malformed$1(`A policy's \`${element}\` has a value that is too long.`, `${text.length} characters`, `Write at most ${LONGEST$1} characters.`);
}

// src/providers/aws/policy/principals.ts
/** Source: AWS JSON policy elements: Principal. */
const TYPES = [
	"AWS",
	"Service",
	"Federated",
	"CanonicalUser"
];
/** `*` alone is the same as `{"AWS": "*"}`, and an account's digits as its root. */
function principalsIn(value, kind, context) {
	if (value === "*") return {
		kind,
		values: ["AWS *"]
	};
	if (!isJsonObject(value)) throw malformed$1("A principal is neither `*` nor an object.", JSON.stringify(value), "Write it as `AWS:`, `Service:` or `Federated:` with its value.");
	const values = Object.entries(value).flatMap(([type, listed]) => within(`/${escapePointer(type)}`, () => {
		if (!TYPES.includes(type)) throw unknownType(type);
		return textsOf(listed, type).map((text) => `${type} ${type === "AWS" ? spelled(text, context) : text}`);
	}));
	if (values.length === 0) throw malformed$1("A principal names nobody.", "{}", "Name at least one.");
	return {
		kind,
		values: [...new Set(values)].sort(compareText)
	};
}
function unknownType(type) {
	const mend = `${didYouMean(type, TYPES)}Write one of ${TYPES.join(", ")}.`;
	return unsupported("A policy has a principal of a type that is not known.", type, mend);
}
function spelled(text, { partition }) {
	return /^\d{12}$/u.test(text) ? `arn:${partition}:iam::${text}:root` : text;
}
/** `AWS arn:…` as its type and the rest. */
function partedPrincipal(principal) {
	const space = principal.indexOf(" ");
	return {
		type: principal.slice(0, space),
		name: principal.slice(space + 1)
	};
}
/**
* Whether it is the id of somebody who was deleted: AWS shows it in their place in a trust policy, nobody has it ever again, and who is
* made anew under the name is not meant by it. Source: AWS JSON policy elements: Principal.
*/
function isDeletedPrincipal(name) {
	return /^A(?:IDA|ROA|GPA|NPA)[A-Z0-9]{12,}$/u.test(name);
}
const DELETED_MEND = "take it out, or name who is meant now by its ARN.";

// src/providers/aws/policy/conditions.ts
/** Source: IAM JSON policy elements: Condition operators. `not`: several values mean none of them. */
const OPERATORS = {
	ArnEquals: "any",
	ArnLike: "any",
	ArnNotEquals: "not",
	ArnNotLike: "not",
	BinaryEquals: "any",
	Bool: "any",
	DateEquals: "any",
	DateGreaterThan: "any",
	DateGreaterThanEquals: "any",
	DateLessThan: "any",
	DateLessThanEquals: "any",
	DateNotEquals: "not",
	IpAddress: "any",
	NotIpAddress: "not",
	Null: "not",
	NumericEquals: "any",
	NumericGreaterThan: "any",
	NumericGreaterThanEquals: "any",
	NumericLessThan: "any",
	NumericLessThanEquals: "any",
	NumericNotEquals: "not",
	StringEquals: "any",
	StringEqualsIgnoreCase: "any",
	StringLike: "any",
	StringNotEquals: "not",
	StringNotEqualsIgnoreCase: "not",
	StringNotLike: "not"
};
const SPELLED = new Map(Object.keys(OPERATORS).map((name) => [name.toLowerCase(), name]));
const SETS = /* @__PURE__ */ new Map([["foranyvalue:", "ForAnyValue:"], ["forallvalues:", "ForAllValues:"]]);
/** `ForAnyValue:StringLikeIfExists` in its parts. Null: no operator that AWS documents. */
function operatorOf(text) {
	const [, before = "", name = "", after = ""] = /^(for\w+:)?(\w+?)(ifexists)?$/iu.exec(text) ?? [];
	const set = before === "" ? "" : SETS.get(before.toLowerCase());
	const base = SPELLED.get(name.toLowerCase());
	if (set === void 0 || base === void 0 || base === "Null" && after !== "") return null;
	return {
		set,
		base,
		suffix: after === "" ? "" : "IfExists"
	};
}
function unknownOperator(written) {
	const [, set = "", name = "", after = ""] = /^([^:]*:)?(.*?)(IfExists)?$/iu.exec(written) ?? [];
	const sets = [...SETS.values()];
	const known = set === "" ? "" : sets.find((one) => one.toLowerCase() === set.toLowerCase()) ?? suggest(set, sets);
	const base = SPELLED.get(name.toLowerCase()) ?? suggest(name, Object.keys(OPERATORS));
	const mend = `${known === null || base === null ? "" : `Did you mean "${known}${base}${after}"? `}Correct it, or report it if AWS documents it. Without its condition the statement would always hold.`;
	return unsupported("A policy has a condition operator that is not known.", written, mend);
}
/** Conditions of one statement: more than fit into a policy that IAM takes. */
const CONDITIONS = 1e3;
/** Both of each pair "behave identically" in the reference. */
const SAME = /* @__PURE__ */ new Map([["ArnEquals", "ArnLike"], ["ArnNotEquals", "ArnNotLike"]]);
function textOf({ set, base, suffix }) {
	return `${set}${base}${suffix}`;
}
/**
* An element `Condition`; empty operators say nothing.
* @throws CountersignError `aws-policy-malformed`, `aws-policy-unsupported`, `aws-policy-too-large`
*/
function conditionsIn(value, variables) {
	if (value === void 0) return [];
	if (!isJsonObject(value)) throw notAnObject("Condition", value);
	const found = /* @__PURE__ */ new Map();
	for (const [written, keys] of Object.entries(value)) within(`/${escapePointer(written)}`, () => {
		const operator = operatorOf(written);
		if (operator === null) throw unknownOperator(written);
		if (!isJsonObject(keys)) throw notAnObject(written, keys);
		for (const [key, listed] of Object.entries(keys)) within(`/${escapePointer(key)}`, () => add(operator, key, listed));
	});
	return [...merged(found)].sort((left, right) => compareText(nameOf$1(left), nameOf$1(right)));
	function add(operator, written, listed) {
		const key = spelledConditionKey(written);
		const values = spelledValues(operator.base, scalarsOf(listed, `${textOf(operator)}: ${key}`).map(variables));
		const condition = {
			operator: textOf(operator),
			key,
			values
		};
		const name = nameOf$1(condition);
		if (found.has(name)) throw malformed$1("A policy names one condition key twice.", name, "Write the values of one key in one list.");
		found.set(name, condition);
		if (found.size > CONDITIONS) throw tooLarge("A statement has too many conditions to compare.", `more than ${CONDITIONS}`);
	}
}
function notAnObject(element, value) {
	return malformed$1(`A policy's \`${element}\` is no object.`, JSON.stringify(value), "Write operators, keys and values.");
}
/** Where both spellings of one operator are about the same key, both have to hold, so that they stay two. */
function* merged(found) {
	for (const condition of found.values()) {
		const operator = operatorOf(condition.operator);
		const same = operator === null ? void 0 : SAME.get(operator.base);
		if (operator === null || same === void 0) yield condition;
		else {
			const other = {
				...condition,
				operator: textOf({
					...operator,
					base: same
				})
			};
			yield found.has(nameOf$1(other)) ? condition : other;
		}
	}
}
const names = /* @__PURE__ */ new WeakMap();
/** One text for each condition, however often it is compared. */
function nameOf$1(condition) {
	const name = names.get(condition) ?? `${condition.operator} ${condition.key}`;
	names.set(condition, name);
	return name;
}
const known = /* @__PURE__ */ new WeakMap();
/** The conditions of one statement, which are compared with those of many others. */
function byName(conditions) {
	const named = known.get(conditions) ?? new Map(conditions.map((one) => [nameOf$1(one), one]));
	known.set(conditions, named);
	return named;
}
function spelledValues(base, values) {
	return withoutCovered(values.map((value) => spelledValue(base, value)), (whole, part) => coversValue(base, whole, part));
}
function spelledValue(base, value) {
	if (/Like$|^Arn/u.test(base)) return collapsed(value);
	if (base.startsWith("Numeric")) return plainNumber(value);
	if (base.endsWith("IpAddress") && /^\d+\.\d+\.\d+\.\d+$/u.test(value)) return `${value}/32`;
	return value;
}
/** `01.50` is `1.5`. */
function plainNumber(text) {
	const [, sign = "", whole = "", fraction = ""] = /^(-?)0*(\d+?)(?:\.(\d+?)0*)?$/u.exec(text) ?? [];
	if (whole === "") return text;
	const rest = fraction === "" || fraction === "0" ? "" : `.${fraction}`;
	return whole === "0" && rest === "" ? "0" : `${sign}${whole}${rest}`;
}
function coversValue(base, whole, part) {
	if (base.startsWith("Arn")) return coversArn(whole, part);
	return base.endsWith("Like") && coversPattern(whole, part);
}
const divisible = /* @__PURE__ */ new WeakMap();
/** Whether one statement with two values is the same as two statements with one each. */
function isDivisible(condition) {
	const is = divisible.get(condition) ?? canBeDivided(condition);
	divisible.set(condition, is);
	return is;
}
function canBeDivided({ operator, values }) {
	const parts = operatorOf(operator);
	if (parts === null || parts.set === "ForAllValues:" || sharedVariables(values) === null) return false;
	return OPERATORS[parts.base] === "any";
}
const bases = /* @__PURE__ */ new Map();
/** @param operator in its one spelling, of which there are not many */
function baseOf(operator) {
	const base = bases.get(operator) ?? operatorOf(operator)?.base ?? "";
	bases.set(operator, base);
	return base;
}
/** Whether the first holds wherever the second does. Both are about the same key under the same operator. */
function isWeaker(weak, strong) {
	if (weak === strong) return true;
	if (!isDivisible(weak)) return JSON.stringify(weak.values) === JSON.stringify(strong.values);
	const base = baseOf(weak.operator);
	return strong.values.every((value) => weak.values.some((other) => other === value || coversValue(base, other, value)));
}

// src/providers/aws/policy/cells.ts
/** Pairs of what a statement is about and one way in which its condition holds: far more than a policy of AWS's size has. */
const CELLS = 1e4;
/** The same with each action by itself. */
const ACTIONS = 2e5;
/** Pairs of them that begin alike up to a wildcard. */
const PAIRS = 2e6;
/** Pairs of their patterns of actions with actions. */
const COMPARISONS = 5e6;
/** What a set of statements is about, one by one. @throws CountersignError `aws-policy-too-large` */
function cellsOf(statements) {
	const pieces = statements.map(piecesIn);
	refuseMore(CELLS, sumOf(pieces));
	refuseMore(ACTIONS, sumOf(statements.map(({ actions }, index) => (pieces[index] ?? 0) * actions.values.length)));
	const cells = /* @__PURE__ */ new Map();
	for (const cell of statements.flatMap((statement) => [...piecesOf(statement)])) {
		const same = cells.get(cell.place);
		if (same === void 0) cells.set(cell.place, [cell]);
		else same.push(cell);
	}
	return [...cells.values()].flatMap((same) => {
		const [first] = same;
		return first === void 0 ? [] : [{
			...first,
			actions: unionOf(same.map(({ actions }) => actions))
		}];
	});
}
function sumOf(numbers) {
	return numbers.reduce((sum, number) => sum + number, 0);
}
/** @throws CountersignError `aws-policy-too-large` */
function refuseMore(limit, count) {
	if (count > limit) throw tooLarge("A policy is too large to compare.", `more than ${limit} combinations`);
}
function piecesIn({ principals, resources, conditions }) {
	const ways = conditions.filter(isDivisible).reduce((product, { values }) => product * values.length, 1);
	return eachOf(principals).length * eachOf(resources).length * ways;
}
function* piecesOf(statement) {
	for (const principals of eachOf(statement.principals)) for (const resources of eachOf(statement.resources)) for (const conditions of waysOf(statement.conditions)) {
		const cell = {
			...statement,
			principals,
			resources,
			conditions
		};
		const place = JSON.stringify({
			...cell,
			actions: cell.actions.kind === "in" ? null : cell.actions
		});
		yield {
			...cell,
			place
		};
	}
}
function eachOf(matched) {
	if (matched === null || matched.kind === "not" || sharedVariables(matched.values) === null) return [matched];
	return matched.values.map((value) => ({
		kind: "in",
		values: [value]
	}));
}
/** Each way in which all conditions may hold, a value of each that can be divided. */
function waysOf(conditions) {
	return [...conditions.entries().filter(([, one]) => one.values.length > 1 && isDivisible(one))].reduce((ways, [index, one]) => {
		const each = one.values.map((value) => ({
			...one,
			values: [value]
		}));
		return ways.flatMap((way) => each.map((single) => way.with(index, single)));
	}, [conditions]);
}
/** @param lists of one kind; at least one */
function unionOf(lists) {
	return {
		kind: lists[0]?.kind ?? "in",
		values: [...new Set(lists.flatMap(({ values }) => values))].sort(compareText)
	};
}
/**
* Without what a wider statement of the same effect says, too. Of two that say the same the one that comes first stays.
* @throws CountersignError `aws-policy-too-large`
*/
function withoutRepeated(cells) {
	const targets = new Map(cells.map((cell) => [cell, targetOf$1(cell)]));
	const exact = Map.groupBy(cells, (cell) => targets.get(cell));
	refuseMore(PAIRS, sumOf([...exact.values()].map(({ length }) => length ** 2)));
	const wide = cells.filter((cell) => cell.resources?.kind === "in" && hasWildcard(firstOf(cell)));
	const wideBy = Map.groupBy(wide, sideOf);
	let [pairs, comparisons] = [0, 0];
	return cells.flatMap((cell) => {
		const target = targets.get(cell);
		const others = [...exact.get(target) ?? [], ...(wideBy.get(sideOf(cell)) ?? []).filter((other) => mayBegin(firstOf(other), firstOf(cell)) && targets.get(other) !== target)];
		pairs += others.length;
		refuseMore(PAIRS, pairs);
		const wider = others.filter((other) => isWider(other, cell));
		comparisons += sumOf(wider.map((other) => patternsOf(other).length)) * cell.actions.values.length;
		refuseMore(COMPARISONS, comparisons);
		if (cell.actions.kind === "not") return wider.some((other) => saysAllBut(other, cell)) ? [] : [cell];
		const saying = wider.flatMap((other) => sayingOf(other, cell));
		const values = cell.actions.values.filter((action) => !saying.some((says) => says(action)));
		return values.length === 0 ? [] : [{
			...cell,
			actions: {
				kind: "in",
				values
			}
		}];
	});
}
function patternsOf({ actions }) {
	return actions.values.filter(hasWildcard);
}
function firstOf({ resources }) {
	return resources?.values[0] ?? "";
}
/** Where two are on different sides, neither says anything of the other. */
function sideOf({ effect, principals }) {
	return JSON.stringify([effect, principals]);
}
function targetOf$1({ effect, principals, resources }) {
	return JSON.stringify([
		effect,
		principals,
		resources
	]);
}
/** Whether what the first is about holds all that the second is about, actions aside. Both are on one side. */
function isWider(wide, narrow) {
	return coversTarget(wide.resources, narrow.resources) && wide.conditions.every((weak) => {
		const strong = byName(narrow.conditions).get(nameOf$1(weak));
		return strong !== void 0 && isWeaker(weak, strong);
	});
}
function coversTarget(wide, narrow) {
	const [whole, ...others] = wide?.kind === "in" ? wide.values : [];
	if (whole === void 0 || others.length > 0 || narrow?.kind !== "in") return JSON.stringify(wide) === JSON.stringify(narrow);
	return narrow.values.every((value) => coversArn(whole, value));
}
/** Whether a wider cell, or the cell itself, says an action by another one. */
function sayingOf(other, cell) {
	if (other.actions.kind === "not") return [];
	const isEqual = other === cell || isWider(cell, other);
	const same = new Set(other === cell || isEqual && other.place > cell.place ? [] : other.actions.values);
	const patterns = patternsOf(other);
	return [(action) => same.has(action) || patterns.some((wide) => wide !== action && coversAction(wide, action) && (!isEqual || !coversAction(action, wide) || wide < action))];
}
/** Whoever leaves out less says more. */
function saysAllBut(other, cell) {
	if (other === cell || other.actions.kind === "in" || !leavesOutLess(other, cell)) return false;
	return !isWider(cell, other) || !leavesOutLess(cell, other) || other.place < cell.place;
}
function leavesOutLess({ actions: less }, { actions: more }) {
	return less.values.every((value) => more.values.some((other) => coversAction(other, value)));
}

// src/providers/aws/normal-form/arn.ts
const MANAGED_POLICY = /^arn:[a-z0-9-]+:iam::(?:aws|\d{12}):policy\/[!-~]+$/u;
const PATH_AND_NAME = /^\/?(?:[!-.0-~]+\/)*[\w+=,.@-]{1,128}$/u;
/**
* The ARN that a document means by a policy: an ARN, or the path and name of one of the account.
* @throws CountersignError `policy-reference-malformed`
*/
function policyArn(reference, { account, partition }) {
	if (reference.startsWith("arn:") ? MANAGED_POLICY.test(reference) : PATH_AND_NAME.test(reference)) return reference.startsWith("arn:") ? reference : `arn:${partition}:iam::${account}:policy/${reference.replace(/^\//u, "")}`;
	throw new CountersignError("policy-reference-malformed", "This names no managed policy.", {
		evidence: reference.slice(0, 200),
		mend: "Write an ARN such as arn:aws:iam::aws:policy/ReadOnlyAccess, or path and name of a policy of this account."
	});
}
/** What documents write for an ARN: path and name within the account, else the ARN. */
function policyReference(arn, { account, partition }) {
	const prefix = `arn:${partition}:iam::${account}:policy/`;
	return arn.startsWith(prefix) ? arn.slice(prefix.length) : arn;
}
function oidcProviderArn(issuer, { account, partition }) {
	return `arn:${partition}:iam::${account}:oidc-provider/${issuer}`;
}
const KINDS$1 = {
	role: ROLE_KIND,
	user: USER_KIND,
	policy: POLICY_KIND,
	"oidc-provider": OIDC_KIND
};
/** The address of what an ARN names, where it is an identity of the account; null: it is none. */
function addressOfArn(source, arn, { account, partition }) {
	const prefix = `arn:${partition}:iam::${account}:`;
	if (account === "" || !arn.startsWith(prefix)) return null;
	const [resource = "", ...rest] = arn.slice(prefix.length).split("/");
	const kind = Object.hasOwn(KINDS$1, resource) ? KINDS$1[resource] : void 0;
	const name = kind === "AwsOidcProvider" ? rest.join("/") : rest.at(-1);
	return kind === void 0 || name === void 0 || name === "" ? null : formatAddress({
		source,
		kind,
		name: [name]
	});
}
/** The ARN of a managed policy of the account by its name and path. */
function arnOfPolicy(name, path, { account, partition }) {
	return `arn:${partition}:iam::${account}:policy${path}${name}`;
}
/** The ARN of an identity of the account by its name and path, which providers do not have; null: of no kind that has one. */
function arnOfIdentity(kind, name, path, account) {
	if (kind === "AwsOidcProvider") return oidcProviderArn(name, account);
	const [resource] = Object.entries(KINDS$1).find(([, known]) => known === kind) ?? [];
	return resource === void 0 ? null : `arn:${account.partition}:iam::${account.account}:${resource}${path}${name}`;
}

// src/providers/aws/own.ts
/** Looks a name up that a live system or a document chose: `constructor` and `__proto__` are names like any other. */
function own(record, name) {
	return record !== void 0 && Object.hasOwn(record, name) ? record[name] : void 0;
}

// src/providers/aws/policy/statements.ts
/** The statements that a form stands for, in the order of their names. */
function statementsOf(form) {
	return Object.entries(form).sort(([left], [right]) => compareText(left, right)).map(([, statement]) => ({
		effect: statement.effect,
		principals: matched(byType$1(statement.principals), byType$1(statement.notPrincipals)),
		actions: matched(membersOf$1(statement.actions), membersOf$1(statement.notActions)) ?? {
			kind: "in",
			values: []
		},
		resources: matched(membersOf$1(statement.resources), membersOf$1(statement.notResources)),
		conditions: conditionsOf(statement.conditions)
	}));
}
function matched(positive, negative) {
	if (positive !== null) return {
		kind: "in",
		values: positive
	};
	return negative === null ? null : {
		kind: "not",
		values: negative
	};
}
function membersOf$1(members) {
	return members === void 0 ? null : Object.keys(members).sort(compareText);
}
function byType$1(types) {
	if (types === void 0) return null;
	return Object.entries(types).flatMap(([type, names]) => Object.keys(names).map((name) => `${type} ${name}`));
}
function conditionsOf(operators) {
	return Object.entries(operators ?? {}).flatMap(([operator, keys]) => Object.entries(keys).map(([key, values]) => ({
		operator,
		key,
		values: Object.keys(values).sort(compareText)
	})));
}

// src/providers/aws/normal-form/project.ts
/** Attributes that are lists of named members; all others are compared whole. */
const LISTS = [
	"tags",
	"inline",
	"attached",
	"instanceProfiles",
	"groups",
	"accessKeys",
	"audiences",
	"thumbprints"
];
/** See Provider.project; `found` is the full normal form. What is managed and was not read is left out, which its own reason tells. */
function project(found, { head }) {
	return Object.fromEntries(Object.keys(head).flatMap((key) => {
		const live = own(found, key);
		if (live === void 0) return [];
		return [[key, isList(key) ? listed$1(live, own(head, key)) : live]];
	}));
}
function isList(key) {
	return LISTS.includes(key);
}
/** The members of a list in any normal form. */
function membersOf(attributes, key) {
	const list = own(attributes ?? void 0, key);
	const values = isJsonObject(list) ? list["values"] : void 0;
	return isJsonObject(values) ? values : {};
}
/** Whether members that a form does not name stay as they are: it says so, or does not manage the list. */
function keepsOthers(attributes, key) {
	const list = own(attributes ?? void 0, key);
	return list === void 0 || isJsonObject(list) && list["others"] === "keep";
}
function listed$1(live, head) {
	if (!isJsonObject(live) || !isJsonObject(head)) return live;
	const [values, declared] = [live["values"], head["values"]];
	if (head["others"] !== "keep" || !isJsonObject(values) || !isJsonObject(declared)) return {
		...live,
		others: head["others"] ?? "remove"
	};
	return {
		others: "keep",
		values: Object.fromEntries(Object.entries(values).filter(([member]) => Object.hasOwn(declared, member)))
	};
}

// src/providers/aws/boundary.ts
function boundaryOf(boundary) {
	const { paths, include, exclude = [], kinds } = boundary;
	const named = kinds?.map(String);
	return {
		kind: (kind) => named === void 0 || named.includes(kind),
		name: (name) => (include === void 0 || include.some((glob) => fits(glob, name))) && !exclude.some((glob) => fits(glob, name)),
		path: (path) => path === null || !isReservedPath(path) && (paths === void 0 || paths.some((prefix) => path.startsWith(prefix)))
	};
}

// src/providers/aws/connection.ts
function optionsOf(connection) {
	return connection.options;
}
/** The role to assume, null: none. */
function roleFor(use, { readRole, writeRole }) {
	return (use === "read" ? readRole : writeRole) ?? null;
}
/** IAM is one for a whole partition; the region says which, and where STS is asked. */
function regionOf({ region = "us-east-1" }) {
	return region;
}
/**
* @param secret `default`, or JSON: `{"accessKeyId", "secretAccessKey", "sessionToken"?}`, `{"profile"}`,
*   `{"webIdentity": {"roleArn", "tokenFile"}}`
* @throws CountersignError `aws-connection-malformed`, which repeats nothing of the secret
*/
function loginOf(secret) {
	const text = secret.trim();
	if (text === "default") return { kind: "chain" };
	const value = parsed$1(text);
	const login = loginIn(value);
	if (login === null) throw malformed(whyNone(value));
	return login;
}
const ACCESS_KEY = ["accessKeyId", "secretAccessKey"];
const KEYS = [
	...ACCESS_KEY,
	"sessionToken",
	"profile",
	"webIdentity"
];
/** Names none but the keys that are known: whatever else stands there may be a secret. */
function whyNone(value) {
	if (!isJsonObject(value)) return "it is JSON, and no object";
	const has = (key) => Object.hasOwn(value, key);
	const unknown = Object.keys(value).filter((key) => !KEYS.includes(key)).length;
	const missing = ACCESS_KEY.some(has) ? ACCESS_KEY.filter((key) => !has(key)) : [];
	const problems = [...missing.length > 0 ? [`lacks ${missing.join(" and ")}`] : [], ...unknown > 0 ? [`has ${unknown} ${unknown === 1 ? "key that is" : "keys that are"} not known`] : []];
	return problems.length > 0 ? `it ${problems.join(" and ")}` : "its keys or their values do not go together";
}
function parsed$1(text) {
	try {
		return parseJson(text);
	} catch {
		throw malformed("it is neither the word default nor JSON");
	}
}
function loginIn(value) {
	if (!isJsonObject(value)) return null;
	switch (Object.keys(value).sort().join(" ")) {
		case "profile": {
			const profile = textAt(value, "profile");
			return profile === null ? null : {
				kind: "profile",
				profile
			};
		}
		case "webIdentity": return isJsonObject(value["webIdentity"]) ? tokenFile(value["webIdentity"]) : null;
		case "accessKeyId secretAccessKey":
		case "accessKeyId secretAccessKey sessionToken": return accessKey(value);
		default: return null;
	}
}
function tokenFile(value) {
	const [role, file] = [textAt(value, "roleArn"), textAt(value, "tokenFile")];
	return role === null || file === null || Object.keys(value).length > 2 ? null : {
		kind: "token-file",
		role,
		file
	};
}
function accessKey(value) {
	const [accessKeyId, secretAccessKey] = [textAt(value, "accessKeyId"), textAt(value, "secretAccessKey")];
	const sessionToken = textAt(value, "sessionToken");
	if (accessKeyId === null || secretAccessKey === null) return null;
	if (sessionToken === null && Object.hasOwn(value, "sessionToken")) return null;
	return {
		kind: "keys",
		accessKeyId,
		secretAccessKey,
		sessionToken
	};
}
function textAt(value, name) {
	const text = Object.hasOwn(value, name) ? value[name] : null;
	return typeof text === "string" && text !== "" ? text : null;
}
function malformed(why) {
	return new CountersignError("aws-connection-malformed", `The connection says no way to log in to AWS: ${why}.`, { mend: "Put into the environment variable that the source names: default, for the standard credential chain; or JSON with accessKeyId, secretAccessKey and sessionToken; with profile; or with webIdentity of roleArn and tokenFile." });
}

// src/providers/aws/call-failure.ts
/** One call of AWS that failed. Its message repeats nothing that AWS or the SDK said, only the name of the error. */
var CallFailure = class extends Error {
	action;
	kind;
	/** Name of the error as AWS or the system gives it: `NoSuchEntity`, `ECONNREFUSED`. */
	state;
	constructor(action, cause) {
		const state = stateOf(cause);
		super(`${action}: ${state}`, { cause });
		this.name = "CallFailure";
		this.action = action;
		this.state = state;
		this.kind = kindOf(state, cause);
	}
};
function isMissing(error) {
	return error instanceof CallFailure && error.kind === "missing";
}
const KINDS = {
	NoSuchEntity: "missing",
	AccessDenied: "denied",
	UnauthorizedOperation: "denied",
	AuthorizationError: "denied",
	CredentialsProviderError: "credentials",
	TokenProviderError: "credentials",
	ExpiredToken: "credentials",
	InvalidClientTokenId: "credentials",
	InvalidAccessKeyId: "credentials",
	InvalidIdentityToken: "credentials",
	IDPRejectedClaim: "credentials",
	UnrecognizedClient: "credentials",
	SignatureDoesNotMatch: "credentials",
	MissingAuthenticationToken: "credentials",
	IncompleteSignature: "credentials",
	OptInRequired: "credentials",
	RequestExpired: "credentials",
	ENOENT: "credentials",
	EACCES: "credentials",
	Throttling: "throttled",
	ThrottledException: "throttled",
	RequestLimitExceeded: "throttled",
	TooManyRequests: "throttled",
	SlowDown: "throttled",
	ConcurrentModification: "busy",
	EntityTemporarilyUnmodifiable: "busy",
	ENOTFOUND: "unsent",
	EAI_AGAIN: "unsent",
	ECONNREFUSED: "unsent",
	EHOSTUNREACH: "unsent",
	ENETUNREACH: "unsent",
	ConnectTimeout: "unsent"
};
/** Node's names of what is wrong with a certificate; the request was not sent. */
const CERTIFICATE = /^(?:CERT_|UNABLE_TO_|DEPTH_ZERO_|SELF_SIGNED_|HOSTNAME_MISMATCH|ERR_TLS_|ERR_SSL_|EPROTO$)/u;
function kindOf(state, cause) {
	const known = Object.hasOwn(KINDS, state) ? KINDS[state] : void 0;
	if (known !== void 0) return known;
	if (CERTIFICATE.test(state)) return "unsent";
	const status = statusOf(cause);
	if (status === 429) return "throttled";
	return status !== null && status >= 400 && status < 500 ? "refused" : "unanswered";
}
function stateOf(cause) {
	if (!(cause instanceof Error)) return "Unknown";
	if (cause.name === "TimeoutError") return cause.message.includes("did not establish a connection") ? "ConnectTimeout" : "Timeout";
	const code = "code" in cause ? cause.code : null;
	if (typeof code === "string" && /^[A-Z0-9_]{3,60}$/u.test(code)) return code;
	const name = cause.name.replace(/Exception$/u, "");
	return /^[A-Za-z0-9_.]{1,80}$/u.test(name) ? name : "Unknown";
}
function statusOf(cause) {
	if (!(cause instanceof Error) || !("$metadata" in cause)) return null;
	const metadata = cause.$metadata;
	if (typeof metadata !== "object" || metadata === null || !("httpStatusCode" in metadata)) return null;
	return typeof metadata.httpStatusCode === "number" ? metadata.httpStatusCode : null;
}

// src/providers/aws/profile.ts
/** What the SDK says of a profile that is in none of its files. Source: resolveProfileData of @aws-sdk/credential-provider-ini. */
const NOT_FOUND = /^Could not resolve credentials using profile: \[(?<profile>[\w+=,.@/-]{1,64})\]/u;
/**
* A login that failed, told as what it is where the profile that it begins with does not exist. The chain tries all else after it and
* says nothing of it in the end, so that the profile is asked for again.
* @param ini the SDK's way to the profile that was asked for; from the chain, to the one that the environment names
*/
async function profileFailure(error, ini) {
	if (!(error instanceof CallFailure) || error.kind !== "credentials") return error;
	const profile = await missingProfile(ini);
	if (profile === null) return error;
	return new CountersignError("aws-credentials-refused", `There is no profile ${profile} in the credentials and configuration files of the machine.`, {
		mend: "Run `aws configure list-profiles` for those that there are. Correct AWS_PROFILE or the profile of the connection, or log in before this step.",
		cause: error
	});
}
/** Null: it is there, or it is the default one, which nobody asked for by name. */
async function missingProfile(ini) {
	try {
		await ini();
		return null;
	} catch (error) {
		const profile = error instanceof Error ? NOT_FOUND.exec(error.message)?.groups?.["profile"] : void 0;
		return profile === void 0 || profile === "default" || secretShape(profile) !== null ? null : profile;
	}
}

// src/providers/aws/sdk-calls.ts
/** @throws CallFailure that names the action */
async function named(action, call) {
	try {
		return await call();
	} catch (error) {
		throw new CallFailure(action, error);
	}
}
function readCallsOf(sdk, client) {
	return {
		GetAccountAuthorizationDetails: (input) => named("GetAccountAuthorizationDetails", () => client.send(new sdk.GetAccountAuthorizationDetailsCommand(input))),
		ListRoles: (input) => named("ListRoles", () => client.send(new sdk.ListRolesCommand(input))),
		GenerateCredentialReport: (input) => named("GenerateCredentialReport", () => client.send(new sdk.GenerateCredentialReportCommand(input))),
		GetCredentialReport: (input) => named("GetCredentialReport", () => client.send(new sdk.GetCredentialReportCommand(input))),
		GetRole: (input) => named("GetRole", () => client.send(new sdk.GetRoleCommand(input))),
		ListRolePolicies: (input) => named("ListRolePolicies", () => client.send(new sdk.ListRolePoliciesCommand(input))),
		GetRolePolicy: (input) => named("GetRolePolicy", () => client.send(new sdk.GetRolePolicyCommand(input))),
		ListAttachedRolePolicies: (input) => named("ListAttachedRolePolicies", () => client.send(new sdk.ListAttachedRolePoliciesCommand(input))),
		ListInstanceProfilesForRole: (input) => named("ListInstanceProfilesForRole", () => client.send(new sdk.ListInstanceProfilesForRoleCommand(input))),
		GetUser: (input) => named("GetUser", () => client.send(new sdk.GetUserCommand(input))),
		ListUserPolicies: (input) => named("ListUserPolicies", () => client.send(new sdk.ListUserPoliciesCommand(input))),
		GetUserPolicy: (input) => named("GetUserPolicy", () => client.send(new sdk.GetUserPolicyCommand(input))),
		ListAttachedUserPolicies: (input) => named("ListAttachedUserPolicies", () => client.send(new sdk.ListAttachedUserPoliciesCommand(input))),
		ListGroupsForUser: (input) => named("ListGroupsForUser", () => client.send(new sdk.ListGroupsForUserCommand(input))),
		ListAccessKeys: (input) => named("ListAccessKeys", () => client.send(new sdk.ListAccessKeysCommand(input))),
		GetAccessKeyLastUsed: (input) => named("GetAccessKeyLastUsed", () => client.send(new sdk.GetAccessKeyLastUsedCommand(input))),
		GetLoginProfile: (input) => named("GetLoginProfile", () => client.send(new sdk.GetLoginProfileCommand(input))),
		ListMFADevices: (input) => named("ListMFADevices", () => client.send(new sdk.ListMFADevicesCommand(input))),
		ListSSHPublicKeys: (input) => named("ListSSHPublicKeys", () => client.send(new sdk.ListSSHPublicKeysCommand(input))),
		ListSigningCertificates: (input) => named("ListSigningCertificates", () => client.send(new sdk.ListSigningCertificatesCommand(input))),
		ListServiceSpecificCredentials: (input) => named("ListServiceSpecificCredentials", () => client.send(new sdk.ListServiceSpecificCredentialsCommand(input))),
		ListPolicies: (input) => named("ListPolicies", () => client.send(new sdk.ListPoliciesCommand(input))),
		GetPolicy: (input) => named("GetPolicy", () => client.send(new sdk.GetPolicyCommand(input))),
		GetPolicyVersion: (input) => named("GetPolicyVersion", () => client.send(new sdk.GetPolicyVersionCommand(input))),
		ListPolicyVersions: (input) => named("ListPolicyVersions", () => client.send(new sdk.ListPolicyVersionsCommand(input))),
		ListOpenIDConnectProviders: (input) => named("ListOpenIDConnectProviders", () => client.send(new sdk.ListOpenIDConnectProvidersCommand(input))),
		GetGroup: (input) => named("GetGroup", () => client.send(new sdk.GetGroupCommand(input))),
		GetInstanceProfile: (input) => named("GetInstanceProfile", () => client.send(new sdk.GetInstanceProfileCommand(input))),
		GetOpenIDConnectProvider: (input) => named("GetOpenIDConnectProvider", () => client.send(new sdk.GetOpenIDConnectProviderCommand(input)))
	};
}
function writeCallsOf(sdk, client) {
	return {
		CreateRole: (input) => named("CreateRole", () => client.send(new sdk.CreateRoleCommand(input))),
		UpdateRole: (input) => named("UpdateRole", () => client.send(new sdk.UpdateRoleCommand(input))),
		UpdateAssumeRolePolicy: (input) => named("UpdateAssumeRolePolicy", () => client.send(new sdk.UpdateAssumeRolePolicyCommand(input))),
		PutRolePolicy: (input) => named("PutRolePolicy", () => client.send(new sdk.PutRolePolicyCommand(input))),
		DeleteRolePolicy: (input) => named("DeleteRolePolicy", () => client.send(new sdk.DeleteRolePolicyCommand(input))),
		AttachRolePolicy: (input) => named("AttachRolePolicy", () => client.send(new sdk.AttachRolePolicyCommand(input))),
		DetachRolePolicy: (input) => named("DetachRolePolicy", () => client.send(new sdk.DetachRolePolicyCommand(input))),
		PutRolePermissionsBoundary: (input) => named("PutRolePermissionsBoundary", () => client.send(new sdk.PutRolePermissionsBoundaryCommand(input))),
		DeleteRolePermissionsBoundary: (input) => named("DeleteRolePermissionsBoundary", () => client.send(new sdk.DeleteRolePermissionsBoundaryCommand(input))),
		TagRole: (input) => named("TagRole", () => client.send(new sdk.TagRoleCommand(input))),
		UntagRole: (input) => named("UntagRole", () => client.send(new sdk.UntagRoleCommand(input))),
		AddRoleToInstanceProfile: (input) => named("AddRoleToInstanceProfile", () => client.send(new sdk.AddRoleToInstanceProfileCommand(input))),
		RemoveRoleFromInstanceProfile: (input) => named("RemoveRoleFromInstanceProfile", () => client.send(new sdk.RemoveRoleFromInstanceProfileCommand(input))),
		DeleteRole: (input) => named("DeleteRole", () => client.send(new sdk.DeleteRoleCommand(input))),
		CreateUser: (input) => named("CreateUser", () => client.send(new sdk.CreateUserCommand(input))),
		UpdateUser: (input) => named("UpdateUser", () => client.send(new sdk.UpdateUserCommand(input))),
		PutUserPolicy: (input) => named("PutUserPolicy", () => client.send(new sdk.PutUserPolicyCommand(input))),
		DeleteUserPolicy: (input) => named("DeleteUserPolicy", () => client.send(new sdk.DeleteUserPolicyCommand(input))),
		AttachUserPolicy: (input) => named("AttachUserPolicy", () => client.send(new sdk.AttachUserPolicyCommand(input))),
		DetachUserPolicy: (input) => named("DetachUserPolicy", () => client.send(new sdk.DetachUserPolicyCommand(input))),
		PutUserPermissionsBoundary: (input) => named("PutUserPermissionsBoundary", () => client.send(new sdk.PutUserPermissionsBoundaryCommand(input))),
		DeleteUserPermissionsBoundary: (input) => named("DeleteUserPermissionsBoundary", () => client.send(new sdk.DeleteUserPermissionsBoundaryCommand(input))),
		TagUser: (input) => named("TagUser", () => client.send(new sdk.TagUserCommand(input))),
		UntagUser: (input) => named("UntagUser", () => client.send(new sdk.UntagUserCommand(input))),
		AddUserToGroup: (input) => named("AddUserToGroup", () => client.send(new sdk.AddUserToGroupCommand(input))),
		RemoveUserFromGroup: (input) => named("RemoveUserFromGroup", () => client.send(new sdk.RemoveUserFromGroupCommand(input))),
		UpdateAccessKey: (input) => named("UpdateAccessKey", () => client.send(new sdk.UpdateAccessKeyCommand(input))),
		DeleteAccessKey: (input) => named("DeleteAccessKey", () => client.send(new sdk.DeleteAccessKeyCommand(input))),
		DeleteLoginProfile: (input) => named("DeleteLoginProfile", () => client.send(new sdk.DeleteLoginProfileCommand(input))),
		DeleteUser: (input) => named("DeleteUser", () => client.send(new sdk.DeleteUserCommand(input))),
		CreatePolicy: (input) => named("CreatePolicy", () => client.send(new sdk.CreatePolicyCommand(input))),
		CreatePolicyVersion: (input) => named("CreatePolicyVersion", () => client.send(new sdk.CreatePolicyVersionCommand(input))),
		DeletePolicyVersion: (input) => named("DeletePolicyVersion", () => client.send(new sdk.DeletePolicyVersionCommand(input))),
		TagPolicy: (input) => named("TagPolicy", () => client.send(new sdk.TagPolicyCommand(input))),
		UntagPolicy: (input) => named("UntagPolicy", () => client.send(new sdk.UntagPolicyCommand(input))),
		DeletePolicy: (input) => named("DeletePolicy", () => client.send(new sdk.DeletePolicyCommand(input))),
		CreateOpenIDConnectProvider: (input) => named("CreateOpenIDConnectProvider", () => client.send(new sdk.CreateOpenIDConnectProviderCommand(input))),
		AddClientIDToOpenIDConnectProvider: (input) => named("AddClientIDToOpenIDConnectProvider", () => client.send(new sdk.AddClientIDToOpenIDConnectProviderCommand(input))),
		RemoveClientIDFromOpenIDConnectProvider: (input) => named("RemoveClientIDFromOpenIDConnectProvider", () => client.send(new sdk.RemoveClientIDFromOpenIDConnectProviderCommand(input))),
		UpdateOpenIDConnectProviderThumbprint: (input) => named("UpdateOpenIDConnectProviderThumbprint", () => client.send(new sdk.UpdateOpenIDConnectProviderThumbprintCommand(input))),
		TagOpenIDConnectProvider: (input) => named("TagOpenIDConnectProvider", () => client.send(new sdk.TagOpenIDConnectProviderCommand(input))),
		UntagOpenIDConnectProvider: (input) => named("UntagOpenIDConnectProvider", () => client.send(new sdk.UntagOpenIDConnectProviderCommand(input))),
		DeleteOpenIDConnectProvider: (input) => named("DeleteOpenIDConnectProvider", () => client.send(new sdk.DeleteOpenIDConnectProviderCommand(input)))
	};
}

// src/providers/aws/client.ts
/** Attempts of a read: with the SDK's pauses they last half a minute at most before throttling is told. */
const READ_ATTEMPTS = 6;
/** @throws CountersignError `aws-connection-malformed`, CallFailure when nobody could be logged in. */
async function openReader(connection) {
	const { sdk, iam, caller, close } = await open(connection, "read");
	return {
		calls: readCallsOf(sdk, iam),
		caller,
		close
	};
}
/** Its reads are repeated as those of a reader are; its writes never are. @throws as openReader */
async function openWriter(connection) {
	const { sdk, settings, iam, caller, close } = await open(connection, "write");
	const once = new sdk.IAMClient({
		...settings,
		maxAttempts: 1,
		credentials: iam.config.credentials
	});
	return {
		calls: {
			...readCallsOf(sdk, iam),
			...writeCallsOf(sdk, once)
		},
		caller,
		close: () => {
			once.destroy();
			close();
		}
	};
}
/** The SDK, and one login for all of its clients; nothing of the SDK is loaded before. */
async function open(connection, use) {
	const options = optionsOf(connection);
	const login = loginOf(connection.secret);
	const role = roleFor(use, options);
	const settings = settingsOf(options, connection.timeout);
	const [sdk, sts] = await Promise.all([import("./dist-cjs2.js").then((m) => /* @__PURE__ */ __toESM(m.default, 1)), import("./dist-cjs3.js").then((m) => /* @__PURE__ */ __toESM(m.default, 1))]);
	const iam = new sdk.IAMClient({
		...settings,
		credentials: await credentialsOf$1(login, connection, role, options, settings)
	});
	await loggedIn(login, () => named(role === null ? "GetCredentials" : "AssumeRole", () => iam.config.credentials()));
	const tokens = new sts.STSClient({
		...settings,
		credentials: iam.config.credentials
	});
	return {
		sdk,
		settings,
		iam,
		caller: () => callerOf(tokens, () => new sts.GetCallerIdentityCommand({})),
		close: () => {
			iam.destroy();
			tokens.destroy();
		}
	};
}
/** @throws CallFailure; CountersignError `aws-credentials-refused` about a profile that does not exist */
async function loggedIn(login, call) {
	try {
		await call();
	} catch (error) {
		if (login.kind !== "chain" && login.kind !== "profile") throw error;
		const { fromIni } = await import("./dist-cjs4.js").then((m) => /* @__PURE__ */ __toESM(m.default, 1));
		throw await profileFailure(error, fromIni(login.kind === "profile" ? { profile: login.profile } : {}));
	}
}
async function credentialsOf$1(login, connection, role, options, settings) {
	const providers = await import("./dist-cjs4.js").then((m) => /* @__PURE__ */ __toESM(m.default, 1));
	const own = ownCredentials(providers, login, settings);
	if (role === null) return own;
	return providers.fromTemporaryCredentials({
		masterCredentials: own,
		params: {
			RoleArn: role,
			RoleSessionName: sessionName(connection.source),
			...options.externalId === void 0 ? {} : { ExternalId: options.externalId }
		},
		clientConfig: settings
	});
}
function ownCredentials(providers, login, settings) {
	switch (login.kind) {
		case "chain": return providers.fromNodeProviderChain({ clientConfig: settings });
		case "profile": return providers.fromIni({
			profile: login.profile,
			clientConfig: settings
		});
		case "token-file": return providers.fromTokenFile({
			roleArn: login.role,
			webIdentityTokenFile: login.file,
			roleSessionName: "countersign",
			clientConfig: settings
		});
		case "keys": {
			const { accessKeyId, secretAccessKey, sessionToken } = login;
			return {
				accessKeyId,
				secretAccessKey,
				...sessionToken === null ? {} : { sessionToken }
			};
		}
	}
}
/** As AWS allows it: CloudTrail shows it with every call. */
function sessionName(source) {
	return `countersign-${source.replace(/[^\w+=,.@-]/gu, "-")}`.slice(0, 64);
}
function settingsOf(options, timeout) {
	return {
		region: regionOf(options),
		...options.endpoint === void 0 ? {} : { endpoint: options.endpoint },
		maxAttempts: READ_ATTEMPTS,
		retryMode: "standard",
		requestHandler: {
			connectionTimeout: timeout,
			requestTimeout: timeout,
			throwOnRequestTimeout: true
		},
		logger: SILENT,
		userAgentAppId: "countersign"
	};
}
const SILENT = {
	debug: () => void 0,
	info: () => void 0,
	warn: () => void 0,
	error: () => void 0
};
async function callerOf(tokens, command) {
	const { Account: account, Arn: arn } = await named("GetCallerIdentity", () => tokens.send(command()));
	if (account !== void 0 && arn !== void 0) return {
		account,
		arn
	};
	throw new CountersignError("aws-answer-malformed", "AWS does not say which account this is.", { mend: "Check the endpoint among the options of the source." });
}

// src/providers/aws/catalog/managed-by.ts
/** CloudFormation puts its tags on all it makes, and nobody else can: AWS keeps `aws:` to itself. CDK's stacks are its own. */
const CLOUDFORMATION = "aws:cloudformation:stack-name";
/** Which other tool says by a tag that the object is its own. */
function managedBy(tags, { managedByTags = [] }) {
	const stack = tags.find(([key]) => key === CLOUDFORMATION);
	if (stack !== void 0) return {
		tool: "CloudFormation",
		evidence: `tag ${CLOUDFORMATION} = ${quoted(stack[1])}`
	};
	for (const { tool, key, values } of managedByTags) {
		const found = tags.find(([name, value]) => name === key && (values === void 0 || values.includes(value)));
		if (found === void 0) continue;
		const pointer = `/tags/values/${escapePointer(key)}`;
		if (secretShape(found[1]) !== null) return {
			tool,
			evidence: `tag ${quoted(key)}`,
			pointer
		};
		return {
			tool,
			evidence: `tag ${quoted(key)} = ${quoted(found[1])}`,
			pointer,
			value: found[1]
		};
	}
}

// src/providers/aws/catalog/parts.ts
const UNASKED = { kind: "unasked" };
function read(value) {
	return {
		kind: "read",
		value
	};
}

// src/providers/aws/policy/boxes.ts
/** Actions on one thing each that are told apart, to see whether that is shorter: more than a policy has that IAM takes. */
const APART = 5e4;
/**
* The statements by which a set of statements is told, the same for every way to write it: taken apart into what they are about one
* by one, rid of what others say already, and put together again. Sorted.
*/
function settled(statements) {
	const cells = withoutRepeated(cellsOf(statements));
	const byTarget = together$1(cells.map(bare), [
		"resources",
		"principals",
		"conditions"
	]);
	const byAction = cells.reduce((sum, cell) => sum + (cell.actions.kind === "in" ? cell.actions.values.length : 1), 0) > APART ? byTarget : together$1(cells.flatMap(oneByOne).map(bare), [
		"conditions",
		"resources",
		"principals",
		"actions"
	]);
	return (sizeOf(byTarget) > 1.25 * sizeOf(byAction) ? byAction : byTarget).toSorted((left, right) => compareText(JSON.stringify(left), JSON.stringify(right)));
}
function sizeOf(statements) {
	return JSON.stringify(statements).length;
}
function bare({ place: _place, ...statement }) {
	return statement;
}
function oneByOne(cell) {
	if (cell.actions.kind === "not") return [cell];
	return cell.actions.values.map((action) => ({
		...cell,
		actions: {
			kind: "in",
			values: [action]
		}
	}));
}
/** Statements that differ in one list alone are one, list by list. */
function together$1(statements, lists) {
	return lists.reduce((all, list) => list === "conditions" ? mergedConditions(all) : mergedBy(all, list), statements);
}
function mergedConditions(statements) {
	return [...Map.groupBy(statements.flatMap(({ conditions }) => conditions.filter(isDivisible).map(nameOf$1)), (name) => name)].flatMap(([name, { length }]) => length > 1 ? [name] : []).sort(compareText).reduce(mergedCondition, statements);
}
function mergedBy(statements, list) {
	return [...Map.groupBy(statements, (statement) => JSON.stringify({
		...statement,
		[list]: joinable(statement[list])
	})).values()].flatMap((same) => {
		const [first] = same;
		if (first === void 0 || same.length === 1) return same;
		const lists = same.flatMap((statement) => statement[list] ?? []);
		return [lists.length === 0 ? first : {
			...first,
			[list]: unionOf(lists)
		}];
	});
}
/** What lists that may become one have in common. */
function joinable(matched) {
	return matched?.kind === "in" ? sharedVariables(matched.values) ?? matched : matched;
}
function mergedCondition(statements, name) {
	const isAbout = ({ conditions }) => byName(conditions).has(name);
	const joined = [...Map.groupBy(statements.filter(isAbout), (statement) => JSON.stringify({
		...statement,
		conditions: statement.conditions.map((one) => nameOf$1(one) === name && isDivisible(one) ? [name, sharedVariables(one.values)] : one)
	})).values()].flatMap((same) => {
		const [first] = same;
		if (first === void 0 || same.length === 1) return same;
		const values = same.flatMap(({ conditions }) => conditions.flatMap((one) => nameOf$1(one) === name ? one.values : []));
		const all = [...new Set(values)].sort(compareText);
		const conditions = first.conditions.map((one) => nameOf$1(one) === name ? {
			...one,
			values: all
		} : one);
		return [{
			...first,
			conditions
		}];
	});
	return [...statements.filter((one) => !isAbout(one)), ...joined];
}

// src/providers/aws/policy/letters.ts
/**
* Actions that are not known and differ in letters only mean the same, and which spelling is AWS's own nobody can tell: each in the
* letters that it has already, else in the first of its spellings here.
* @param lettersHad asked only where an action is not known
*/
function inOneSpelling(statements, lettersHad) {
	const unknown = new Set(actionsOf(statements).filter((action) => !isKnown(action)));
	if (unknown.size === 0) return statements;
	const letters = new Map([...firstSpellings(unknown), ...lettersHad()]);
	return statements.map((statement) => {
		const values = statement.actions.values.map((action) => unknown.has(action) ? letters.get(action.toLowerCase()) ?? action : action);
		return {
			...statement,
			actions: {
				...statement.actions,
				values: [...new Set(values)].sort(compareText)
			}
		};
	});
}
function lettersIn(forms) {
	return firstSpellings(forms.flatMap((form) => actionsOf(statementsOf(form))));
}
/** Most are spelt out, or stand for all that there is: neither needs a look at all of a service. */
function isKnown(action) {
	return action === "*" || levelOf(action) !== null || actionsMatching(action).length > 0;
}
function actionsOf(statements) {
	return statements.flatMap(({ actions }) => actions.values);
}
function firstSpellings(actions) {
	return new Map([...actions].toSorted(compareText).toReversed().map((action) => [action.toLowerCase(), action]));
}

// src/providers/aws/policy/parse.ts
/** UTF-16 code units of the whole document; AWS's own policies, the longest, stay below half of it. */
const LONGEST = 262144;
const STATEMENTS = 1e3;
const VERSIONS = ["2008-10-17", "2012-10-17"];
const ELEMENTS = [
	"Version",
	"Id",
	"Statement"
];
const OF_STATEMENT = [
	"Sid",
	"Effect",
	"Principal",
	"NotPrincipal",
	"Action",
	"NotAction",
	"Resource",
	"NotResource",
	"Condition"
];
/**
* The statements of a policy document, in the order in which they stand there.
* @throws CountersignError `aws-policy-malformed`, `aws-policy-unsupported`, `aws-policy-too-large`
*/
function statementsIn(document, context) {
	if (!isJsonObject(document)) throw malformed$1("A policy is no object.", JSON.stringify(document), "Write `Version` and `Statement`.");
	const { length } = JSON.stringify(document);
	if (length > LONGEST) throw tooLarge("A policy document is too long to read.", `${length} characters`);
	refuseUnknown(document, ELEMENTS);
	const variables = variablesOf(versionOf(document));
	const { Statement: written } = document;
	const listed = listOf(written);
	if (listed.length === 0) throw malformed$1("A policy has no statement.", "[]", "Write at least one.");
	if (listed.length > STATEMENTS) throw tooLarge("A policy has too many statements.", String(listed.length));
	const statements = listed.map((statement, index) => within(`/Statement${placeOf(written, index)}`, () => statementIn(statement, context, variables)));
	return inOneSpelling(statements, context.lettersHad ?? noLetters);
}
function noLetters() {
	return /* @__PURE__ */ new Map();
}
/** Without a version it is the older one. */
function versionOf({ Version: version = "2008-10-17" }) {
	if (typeof version === "string" && VERSIONS.includes(version)) return version;
	throw malformed$1("A policy has a `Version` that does not exist.", JSON.stringify(version), "Write `2012-10-17`, in quotes.");
}
function refuseUnknown(object, known) {
	const unknown = Object.keys(object).find((key) => !known.includes(key));
	if (unknown === void 0) return;
	within(`/${escapePointer(unknown)}`, () => {
		const mend = `${didYouMean(unknown, known)}Allowed here: ${known.join(", ")}.`;
		throw unsupported("A policy has an element that is not known.", unknown, mend);
	});
}
function statementIn(value, context, variables) {
	if (!isJsonObject(value)) throw malformed$1("A statement is no object.", JSON.stringify(value), "Write `Effect`, `Action` …");
	refuseUnknown(value, OF_STATEMENT);
	const { Effect: effect } = value;
	if (effect !== "Allow" && effect !== "Deny") throw malformed$1("A statement has no `Effect`.", JSON.stringify(effect ?? null), "Write `Allow` or `Deny`.");
	refuseForeign(value, context);
	const isTrust = context.use === "trust";
	return {
		effect,
		principals: isTrust ? eitherOf(value, "Principal", (targets, kind) => principalsIn(targets, kind, context)) : null,
		actions: eitherOf(value, "Action", actionsIn),
		resources: isTrust ? null : eitherOf(value, "Resource", (...targets) => resourcesIn(...targets, variables)),
		conditions: within("/Condition", () => conditionsIn(value["Condition"], variables))
	};
}
function refuseForeign(statement, { use }) {
	const foreign = use === "trust" ? "Resource" : "Principal";
	for (const name of [foreign, `Not${foreign}`]) within(`/${name}`, () => {
		if (!(name in statement)) return;
		throw malformed$1(`A statement has a \`${name}\`, which ${use === "trust" ? "trust policies" : "identities' policies"} cannot have.`, JSON.stringify(statement[name] ?? null), `Take \`${name}\` out.`);
	});
}
/** What is read of an element or its `Not…`, of which a statement has exactly one. */
function eitherOf(statement, name, read) {
	const [positive, negative] = [statement[name], statement[`Not${name}`]];
	if (positive !== void 0 && negative === void 0) return within(`/${name}`, () => read(positive, "in", name));
	if (negative !== void 0 && positive === void 0) return within(`/Not${name}`, () => read(negative, "not", `Not${name}`));
	throw malformed$1(`A statement has ${positive === void 0 ? "neither" : "both"} \`${name}\` ${positive === void 0 ? "nor" : "and"} \`Not${name}\`.`, Object.keys(statement).join(", "), "Write exactly one of them.");
}
function actionsIn(listed, kind, element) {
	const values = mapTexts(listed, element, (text) => {
		if (/^(?:\*|\*:\*)$/u.test(collapsed(text))) return "*";
		if (/^[\w*?-]+:[\w*?-]+$/u.test(text)) return spelledAction(collapsed(text));
		throw malformed$1("An action is not spelt as one.", text, "Write `service:Action`, such as `s3:GetObject`.");
	});
	return {
		kind,
		values: withoutCovered(values, coversAction)
	};
}
function resourcesIn(listed, kind, element, variables) {
	const values = mapTexts(listed, element, (text) => collapsed(variables(text)));
	return {
		kind,
		values: withoutCovered(values, coversArn)
	};
}

// src/providers/aws/policy/form.ts
/** UTF-16 code units of each part of a name. */
const PART = 160;
/**
* A policy document by meaning. `Sid`, `Id`, order, doubles, scalar or list, case of actions and condition keys, an account's
* digits or its root, what a wildcard says already, and how statements are cut make no difference.
* @throws CountersignError `aws-policy-malformed`, `aws-policy-unsupported`, `aws-policy-too-large`
*/
function normalizePolicy(document, context) {
	return formOf(settled(statementsIn(document, context)));
}
/** @param statements as `settled` gives them */
function formOf(statements) {
	const used = /* @__PURE__ */ new Set();
	const times = /* @__PURE__ */ new Map();
	return Object.fromEntries(statements.map((statement) => {
		const name = freeName(nameOf(statement));
		used.add(name);
		return [name, statementForm(statement)];
	}));
	/** What a resource is called may end like a number of ours: no two statements may ever have one name. */
	function freeName(wanted) {
		let count = times.get(wanted) ?? 0;
		let name = wanted;
		do {
			count += 1;
			name = count === 1 ? wanted : `${wanted} (${count})`;
		} while (used.has(name));
		times.set(wanted, count);
		return name;
	}
}
/** Of what an edit seldom touches, so that a small one leaves the name: `Allow on arn:aws:s3:::exports/* and others when aws:SourceIp`. */
function nameOf({ effect, principals, actions, resources, conditions }) {
	const what = actions.kind === "not" ? [effect, "all but some actions"] : [effect];
	const who = principals === null ? [] : ["to", target(principals)];
	const where = resources === null ? [] : ["on", target(resources)];
	const keys = [...new Set(conditions.map(({ key }) => key))].join(", ");
	return [
		...what,
		...who,
		...where,
		...keys === "" ? [] : ["when", cut(keys)]
	].join(" ");
}
function target({ kind, values }) {
	const others = values.length > 1 ? " and others" : "";
	return `${kind === "not" ? "all but " : ""}${cut(values[0] ?? "")}${others}`;
}
function cut(text) {
	return text.length > PART ? `${text.slice(0, PART)}…` : text;
}
function statementForm({ effect, principals, actions, resources, conditions }) {
	return {
		effect,
		...principals === null ? {} : { [principals.kind === "in" ? "principals" : "notPrincipals"]: byType(principals) },
		[actions.kind === "in" ? "actions" : "notActions"]: setOf$1(actions.values),
		...resources === null ? {} : { [resources.kind === "in" ? "resources" : "notResources"]: setOf$1(resources.values) },
		...conditions.length === 0 ? {} : { conditions: byOperator(conditions) }
	};
}
function setOf$1(values) {
	return Object.fromEntries(values.map((value) => [value, true]));
}
function byType({ values }) {
	const types = Map.groupBy(values.map(partedPrincipal), ({ type }) => type);
	return Object.fromEntries([...types].map(([type, all]) => [type, setOf$1(all.map(({ name }) => name))]));
}
function byOperator(conditions) {
	const operators = Map.groupBy(conditions, ({ operator }) => operator);
	return Object.fromEntries([...operators].map(([operator, all]) => [operator, Object.fromEntries(all.map(({ key, values }) => [key, setOf$1(values)]))]));
}

// src/providers/aws/catalog/documents.ts
/** Customers' policies have some ten thousand characters, AWS's own some hundred thousand. */
const MAXIMUM_CHARACTERS = 2e6;
/**
* A policy document as IAM gives it, URL-encoded by RFC 3986. JSON does not begin with a percent sign, and encoded JSON
* begins with nothing else, so what some servers give without encoding is told apart for certain.
* @throws CountersignError `aws-document-unreadable`
*/
function documentOf(text) {
	if (text === void 0 || text === "") throw unreadable("AWS gives no text for it");
	if (text.length > MAXIMUM_CHARACTERS) throw unreadable("its text is longer than any policy can be");
	return parsed(text.startsWith("%") ? decoded(text) : text);
}
function decoded(text) {
	try {
		return decodeURIComponent(text);
	} catch (cause) {
		throw unreadable("its URL-encoding is broken", cause);
	}
}
function parsed(text) {
	try {
		return parseJson(text);
	} catch (cause) {
		throw unreadable("it is no JSON", cause);
	}
}
function unreadable(why, cause) {
	return new CountersignError("aws-document-unreadable", `A policy document cannot be read: ${why}.`, {
		mend: "Look at the document in AWS, and write it again there.",
		cause
	});
}

// src/providers/aws/catalog/read-failure.ts
/** Why something of AWS was not read. Repeats nothing that AWS or the SDK said: both may quote what they were given. */
function readFailure(error) {
	if (error instanceof CountersignError) return {
		code: error.code,
		message: `${error.message} ${error.mend}`
	};
	if (error instanceof CallFailure) return callReason(error);
	return {
		code: "aws-answer-malformed",
		message: "AWS answered in a way that cannot be read. Run the plan again."
	};
}
function callReason({ action, kind, state }) {
	const call = callOf(action);
	switch (kind) {
		case "denied": return {
			code: "aws-access-denied",
			message: `AWS denies ${call} (${state}). Give the login the policy that the guide for AWS has for it, and look for a boundary or a service control policy that denies it.`
		};
		case "credentials": return {
			code: "aws-credentials-refused",
			message: `There are no credentials that AWS accepts for ${call} (${state}). Log in before this step, or correct what the environment variable of the source holds.`
		};
		case "throttled": return {
			code: "aws-throttled",
			message: `AWS throttles ${call}, also after pauses (${state}). Run again when less is asked of this account.`
		};
		case "unsent":
		case "unanswered": return {
			code: "aws-unreachable",
			message: `There is no answer of AWS to ${call} (${state}). Check the network of the runner, and region and endpoint among the options of the source; then run again.`
		};
		case "missing":
		case "busy":
		case "refused": return {
			code: "aws-call-refused",
			message: `AWS refuses ${call} (${state}). Run again: something may have changed in between. Report it as a defect if it stays.`
		};
	}
}
function callOf(action) {
	if (action === "GetCredentials") return "logging in";
	return action === "AssumeRole" || action === "GetCallerIdentity" ? `sts:${action}` : `iam:${action}`;
}

// src/providers/aws/catalog/sheet.ts
/** Where one identity's attributes are put together. Each method gives undefined where nothing may be said. */
var Sheet = class {
	unreadable = [];
	notModelled = [];
	#address;
	#cast;
	/** @param address null: of the whole source */
	constructor(address, cast) {
		this.#address = address;
		this.#cast = cast;
	}
	/** An attribute that was read or not. */
	part(pointer, one, map) {
		if (one.kind === "read") return map(one.value);
		if (one.kind === "unread") this.unreadable.push({
			address: this.#address,
			pointer,
			reason: one.reason
		});
	}
	/** A fact that no change depends on: it is only listed where it was not read. */
	fact(what, one, map) {
		if (one.kind === "read") return map(one.value);
		if (one.kind === "unread") this.notModelled.push({
			address: this.#address,
			what,
			detail: `not read: ${one.reason.message}`
		});
	}
	document(pointer, text, use = "identity") {
		try {
			return normalizePolicy(documentOf(text), {
				...this.#cast.account,
				use
			});
		} catch (error) {
			if (!(error instanceof CountersignError)) throw error;
			this.unreadable.push({
				address: this.#address,
				pointer,
				reason: readFailure(error)
			});
			return;
		}
	}
	inline(parts) {
		return this.part("/inline", parts, (policies) => listed([...policies].map(([name, text]) => {
			const pointer = `/inline/values/${escapePointer(name)}`;
			return [name, this.part(pointer, text, (value) => this.document(pointer, value))];
		})));
	}
	/** Only those that a document could declare. Without its tags nobody knows whose an identity is, so it is unread as a whole. */
	tags(parts) {
		return this.part(null, parts, (tags) => listed(tags.filter(([key]) => !isReservedTag(key)).map(([key, value]) => [key, this.text(`/tags/values/${escapePointer(key)}`, value, `value of the tag ${quoted(key)}`)])));
	}
	/** Free text, unless it looks like a secret. @param what it is, for people */
	text(pointer, text, what) {
		const shape = secretShape(text);
		if (shape === null) return text;
		const message = `The ${what} looks like ${withArticle(shape)}, so it is not shown. Remove it in AWS; if it is a secret, it is known to everyone who may read IAM: change it.`;
		this.unreadable.push({
			address: this.#address,
			pointer,
			reason: {
				code: "text-secret",
				message
			}
		});
		this.notModelled.push({
			address: this.#address,
			what: "text that is not shown",
			detail: pointer
		});
	}
};
/** A list as a live system has it: everything. What is undefined was left out, and said. */
function listed(entries) {
	return {
		others: "remove",
		values: present(Object.fromEntries(entries))
	};
}
/** A set, in the order of its members. */
function setOf(members) {
	return listed([...members].sort().map((member) => [member, true]));
}
/** The record without what is undefined. */
function present(record) {
	return Object.fromEntries(Object.entries(record).flatMap(([name, value]) => value === void 0 ? [] : [[name, value]]));
}
/** RFC 3339; undefined where AWS gave none. */
function timeOf(date) {
	return date === void 0 || Number.isNaN(date.getTime()) ? void 0 : date.toISOString();
}

// src/providers/aws/catalog/objects.ts
/** AWS's own default, for what answers without it. */
const DEFAULT_SESSION_SECONDS = 3600;
function roleObject(role, cast) {
	const { address, sheet } = begin(ROLE_KIND, role.name, cast);
	const attributes = {
		path: role.path,
		description: sheet.part("/description", role.described, ({ description }) => descriptionOf(sheet, description)),
		maxSessionSeconds: sheet.part("/maxSessionSeconds", role.described, ({ maxSessionSeconds }) => maxSessionSeconds ?? DEFAULT_SESSION_SECONDS),
		tags: sheet.tags(role.tags),
		boundary: role.boundary,
		trust: sheet.document("/trust", role.trust, "trust"),
		inline: sheet.inline(role.inline),
		attached: sheet.part("/attached", role.attached, setOf),
		instanceProfiles: sheet.part("/instanceProfiles", role.instanceProfiles, setOf)
	};
	const facts = {
		...commonFacts(role),
		lastUsed: timeOf(role.lastUsed)
	};
	return found(sheet, {
		address,
		kind: ROLE_KIND,
		incarnation: role.id,
		attributes: present(attributes),
		facts: present(facts),
		...owner(role.tags, cast)
	});
}
function userObject(user, cast) {
	const { address, sheet } = begin(USER_KIND, user.name, cast);
	const attributes = {
		path: user.path,
		tags: sheet.tags(user.tags),
		boundary: user.boundary,
		inline: sheet.inline(user.inline),
		attached: sheet.part("/attached", user.attached, setOf),
		groups: sheet.part("/groups", user.groups, setOf),
		accessKeys: sheet.part("/accessKeys", user.keys, (keys) => listed(byId(keys).map(({ id, state }) => [id, state]))),
		consolePassword: sheet.part("/consolePassword", user.password, (has) => has)
	};
	const keys = user.keys.kind === "read" ? byId(user.keys.value) : [];
	const used = keys.map((key) => sheet.fact(`last use of the access key ${key.id}`, key.lastUsed, timeOf));
	const facts = {
		...commonFacts(user),
		lastUsed: latest([user.passwordLastUsed.kind === "read" ? timeOf(user.passwordLastUsed.value) : void 0, ...used]),
		accessKeys: Object.fromEntries(keys.map(({ id, created }, index) => [id, {
			created: timeOf(created) ?? "",
			...usedAt(used[index])
		}])),
		credentials: credentialFacts(user, sheet)
	};
	return found(sheet, {
		address,
		kind: USER_KIND,
		incarnation: user.id,
		attributes: present(attributes),
		facts: present(facts),
		...credentialsOf(user),
		...owner(user.tags, cast)
	});
}
/** What it proves itself with; nothing is said where its keys or its password were not read. */
function credentialsOf({ keys, password, passwordLastUsed }) {
	if (keys.kind !== "read" || password.kind !== "read") return {};
	const accessKeys = byId(keys.value).map(({ id, state, created, lastUsed }) => ({
		id,
		kind: "access-key",
		state: state === "Active" ? "active" : "inactive",
		created: timeOf(created) ?? null,
		lastUsed: usedIn(lastUsed),
		expires: null
	}));
	const console = {
		id: "console password",
		kind: "password",
		state: "active",
		created: null,
		lastUsed: usedIn(passwordLastUsed),
		expires: null
	};
	return { credentials: [...accessKeys, ...password.value ? [console] : []] };
}
function usedIn(use) {
	return use.kind === "read" ? timeOf(use.value) ?? null : "untold";
}
function policyObject(policy, cast) {
	const { address, sheet } = begin(POLICY_KIND, policy.name, cast);
	const attributes = {
		path: policy.path,
		description: sheet.part("/description", policy.description, (description) => descriptionOf(sheet, description)),
		tags: sheet.tags(policy.tags),
		document: sheet.part("/document", policy.document, (text) => sheet.document("/document", text))
	};
	const facts = {
		...commonFacts(policy),
		defaultVersion: policy.defaultVersion,
		versions: sheet.part("/document", policy.versions, (versions) => Object.fromEntries([...versions].map(([id, created]) => [id, timeOf(created) ?? ""]))),
		attachments: policy.attachments,
		boundaries: policy.boundaries
	};
	return found(sheet, {
		address,
		kind: POLICY_KIND,
		incarnation: policy.id,
		attributes: present(attributes),
		facts: present(facts),
		...owner(policy.tags, cast)
	});
}
function oidcObject(provider, cast) {
	const { address, sheet } = begin(OIDC_KIND, provider.url, cast);
	const attributes = {
		audiences: setOf(provider.audiences),
		thumbprints: setOf(provider.thumbprints.map((one) => one.toLowerCase())),
		tags: sheet.tags(read(provider.tags))
	};
	return found(sheet, {
		address,
		kind: OIDC_KIND,
		incarnation: `${provider.arn} ${timeOf(provider.created) ?? ""}`,
		attributes: present(attributes),
		facts: commonFacts(provider),
		...owner(read(provider.tags), cast)
	});
}
function begin(kind, name, cast) {
	const address = formatAddress({
		source: cast.source,
		kind,
		name: [name]
	});
	return {
		address,
		sheet: new Sheet(address, cast)
	};
}
function found({ unreadable, notModelled }, object) {
	return {
		object,
		unreadable,
		notModelled
	};
}
function commonFacts({ arn, created }) {
	return {
		arn,
		created: timeOf(created) ?? ""
	};
}
function owner(tags, cast) {
	const manager = tags.kind === "read" ? managedBy(tags.value, cast.options) : void 0;
	return manager === void 0 ? {} : { managedBy: manager };
}
function descriptionOf(sheet, description) {
	return description === void 0 || description === "" ? null : sheet.text("/description", description, "description");
}
function credentialFacts({ credentials }, sheet) {
	const counts = Object.entries(credentials).map(([what, count]) => [what, sheet.fact(`number of ${what}`, count, (number) => number)]);
	return counts.length === 0 ? void 0 : present(Object.fromEntries(counts));
}
function usedAt(lastUsed) {
	return lastUsed === void 0 ? {} : { lastUsed };
}
function byId(keys) {
	return keys.toSorted((left, right) => left.id < right.id ? -1 : 1);
}
function latest(times) {
	return times.filter((time) => time !== void 0).toSorted().at(-1);
}

// src/providers/aws/catalog/said.ts
/** What every answer of IAM says by its description. @throws CountersignError `aws-answer-malformed` */
function said(value, what) {
	if (value !== void 0) return value;
	throw new CountersignError("aws-answer-malformed", `An answer of AWS does not say ${what}.`, { mend: "Run again; check the endpoint among the options of the source if it stays." });
}
function tagsOf(tags) {
	return (tags ?? []).map(({ Key, Value }) => [said(Key, "the key of a tag"), Value ?? ""]);
}

// src/providers/aws/catalog/oidc.ts
async function oidcArns(calls) {
	const { OpenIDConnectProviderList: list } = await calls.ListOpenIDConnectProviders({});
	return (list ?? []).map(({ Arn }) => said(Arn, "the ARN of an OpenID Connect provider"));
}
/** @throws CallFailure, CountersignError */
async function readOidc(calls, arn) {
	const found = await calls.GetOpenIDConnectProvider({ OpenIDConnectProviderArn: arn });
	return {
		arn,
		url: said(found.Url, "the URL of an OpenID Connect provider").replace(/^https:\/\//u, ""),
		created: found.CreateDate,
		audiences: found.ClientIDList ?? [],
		thumbprints: found.ThumbprintList ?? [],
		tags: tagsOf(found.Tags)
	};
}
/** The name of a provider, its URL without `https://`, is the end of its ARN. */
function oidcName(arn) {
	return arn.slice(arn.indexOf("/") + 1);
}

// src/providers/aws/catalog/pages.ts
/** What one call may ask for at most (IAM API Reference, MaxItems). */
const PAGE = 1e3;
/** IAM may give pages with less than was asked for; an account has at most some ten thousand identities. */
const MAXIMUM_PAGES = 1e3;
/**
* Every page of a list, in order.
* @param ask one call; `Marker` is left out for the first page
* @throws CountersignError `aws-answer-malformed` when the pages have no end, CallFailure
*/
async function pages(action, ask) {
	const all = [];
	const seen = /* @__PURE__ */ new Set();
	let marker;
	do {
		const page = await ask({
			MaxItems: PAGE,
			...marker === void 0 ? {} : { Marker: marker }
		});
		all.push(page);
		marker = markerOf(action, page);
		if (marker === void 0) return all;
		if (seen.has(marker)) throw endless(action, "gave the same marker twice");
		seen.add(marker);
	} while (all.length < MAXIMUM_PAGES);
	throw endless(action, `has more than ${MAXIMUM_PAGES} pages`);
}
function markerOf(action, { IsTruncated, Marker }) {
	if (IsTruncated !== true) return void 0;
	if (Marker === void 0 || Marker === "") throw endless(action, "says that there is more, and not where");
	return Marker;
}
function endless(action, what) {
	return new CountersignError("aws-answer-malformed", `iam:${action} ${what}, so the list is not known to be whole.`, { mend: "Run again; check the endpoint among the options of the source if it stays." });
}

// src/providers/aws/catalog/together.ts
/** IAM throttles an account as a whole, so that more at once would only wait. */
const AT_ONCE = 4;
/** Results in the order of the items; a few calls run at once. Ends with the first error. */
async function together(items, call) {
	const results = [];
	const waiting = items.entries();
	const work = async () => {
		for (const [index, item] of waiting) results[index] = await call(item);
	};
	await Promise.all(Array.from({ length: Math.min(AT_ONCE, items.length) }, work));
	return results;
}
/** A part that fails spoils nothing but itself. */
async function part(call) {
	try {
		return read(await call());
	} catch (error) {
		return {
			kind: "unread",
			reason: readFailure(error)
		};
	}
}
function mapPart(one, map) {
	return one.kind === "read" ? read(map(one.value)) : one;
}

// src/providers/aws/catalog/policy.ts
async function readPolicyExtras(calls, arn) {
	const found = await part(async () => said((await calls.GetPolicy({ PolicyArn: arn })).Policy, "the policy"));
	return found.kind === "read" ? extrasOf(found.value) : {
		tags: found,
		description: found
	};
}
/** A policy of GetAccountAuthorizationDetails, with what that lacks. */
function detailedPolicy(detail, extras) {
	const versions = detail.PolicyVersionList ?? [];
	const current = versions.find(({ VersionId }) => VersionId === detail.DefaultVersionId);
	return {
		...commonOf$2(detail),
		...extras,
		document: read(current?.Document),
		versions: read(new Map(versions.map((one) => [said(one.VersionId, "the id of a version"), one.CreateDate])))
	};
}
/** ARN of every customer-managed policy by its name, which the account has only once, whatever its path. */
async function policyArns(calls) {
	const policies = (await pages("ListPolicies", (at) => calls.ListPolicies({
		Scope: "Local",
		...at
	}))).flatMap((page) => page.Policies ?? []);
	return new Map(policies.map(({ PolicyName, Arn }) => [said(PolicyName, "the name of a policy"), said(Arn, "the ARN of a policy")]));
}
/**
* One customer-managed policy, with three calls.
* @throws CallFailure, CountersignError when the policy itself could not be read
*/
async function readPolicy(calls, arn) {
	const found = said((await calls.GetPolicy({ PolicyArn: arn })).Policy, "the policy that was asked for");
	const common = commonOf$2(found);
	const [document, versions] = await Promise.all([part(async () => {
		const { PolicyVersion } = await calls.GetPolicyVersion({
			PolicyArn: arn,
			VersionId: common.defaultVersion
		});
		return PolicyVersion?.Document;
	}), part(() => versionsOf(calls, arn))]);
	return {
		...common,
		...extrasOf(found),
		document,
		versions
	};
}
async function versionsOf(calls, arn) {
	const versions = (await pages("ListPolicyVersions", (at) => calls.ListPolicyVersions({
		PolicyArn: arn,
		...at
	}))).flatMap((page) => page.Versions ?? []);
	return new Map(versions.map((one) => [said(one.VersionId, "the id of a version"), one.CreateDate]));
}
function extrasOf({ Tags, Description }) {
	return {
		tags: read(tagsOf(Tags)),
		description: read(Description)
	};
}
function commonOf$2(policy) {
	return {
		name: said(policy.PolicyName, "the name of a policy"),
		id: said(policy.PolicyId, "the id of a policy"),
		arn: said(policy.Arn, "the ARN of a policy"),
		path: said(policy.Path, "the path of a policy"),
		created: policy.CreateDate,
		defaultVersion: said(policy.DefaultVersionId, "the default version of a policy"),
		attachments: policy.AttachmentCount ?? 0,
		boundaries: policy.PermissionsBoundaryUsageCount ?? 0
	};
}

// src/providers/aws/catalog/principal.ts
/** Inline policies as one answer gives them all. */
function inlineOf(details) {
	return read(new Map((details ?? []).map(({ PolicyName, PolicyDocument }) => [said(PolicyName, "the name of an inline policy"), read(PolicyDocument)])));
}
function arnsOf(policies) {
	return (policies ?? []).map(({ PolicyArn }) => said(PolicyArn, "the ARN of an attached policy"));
}
/** Inline policies that have to be asked for one by one: nothing gives those of a single role or user at once. */
async function readInline(action, list, get) {
	return await part(async () => {
		const names = (await pages(action, list)).flatMap((page) => page.PolicyNames ?? []);
		return new Map(await together(names, async (name) => [name, await part(() => get(name))]));
	});
}

// src/providers/aws/catalog/role.ts
function describedOf({ Description, MaxSessionDuration }) {
	return read({
		description: Description,
		maxSessionSeconds: MaxSessionDuration
	});
}
/** A role of GetAccountAuthorizationDetails, with what that lacks. */
function detailedRole(detail, described) {
	return {
		...commonOf$1(detail),
		described,
		inline: inlineOf(detail.RolePolicyList),
		attached: read(arnsOf(detail.AttachedManagedPolicies)),
		instanceProfiles: read(profilesOf(detail.InstanceProfileList))
	};
}
/**
* One role by its name: four calls and one for each inline policy.
* @throws CallFailure, CountersignError when the role itself could not be read
*/
async function readRole(calls, name) {
	const { Role: role } = await calls.GetRole({ RoleName: name });
	const found = said(role, "the role that was asked for");
	const [inline, attached, instanceProfiles] = await Promise.all([
		readInline("ListRolePolicies", (at) => calls.ListRolePolicies({
			RoleName: name,
			...at
		}), async (policy) => (await calls.GetRolePolicy({
			RoleName: name,
			PolicyName: policy
		})).PolicyDocument),
		part(() => attachedTo$1(calls, name)),
		part(() => profilesWith(calls, name))
	]);
	return {
		...commonOf$1(found),
		described: describedOf(found),
		inline,
		attached,
		instanceProfiles
	};
}
async function attachedTo$1(calls, name) {
	return (await pages("ListAttachedRolePolicies", (at) => calls.ListAttachedRolePolicies({
		RoleName: name,
		...at
	}))).flatMap((page) => arnsOf(page.AttachedPolicies));
}
async function profilesWith(calls, name) {
	return (await pages("ListInstanceProfilesForRole", (at) => calls.ListInstanceProfilesForRole({
		RoleName: name,
		...at
	}))).flatMap((page) => profilesOf(page.InstanceProfiles));
}
function commonOf$1(role) {
	return {
		name: said(role.RoleName, "the name of a role"),
		id: said(role.RoleId, "the id of a role"),
		arn: said(role.Arn, "the ARN of a role"),
		path: said(role.Path, "the path of a role"),
		created: role.CreateDate,
		lastUsed: role.RoleLastUsed?.LastUsedDate,
		tags: read(tagsOf(role.Tags)),
		boundary: role.PermissionsBoundary?.PermissionsBoundaryArn ?? null,
		trust: role.AssumeRolePolicyDocument
	};
}
function profilesOf(profiles) {
	return (profiles ?? []).map(({ InstanceProfileName }) => said(InstanceProfileName, "the name of an instance profile"));
}

// src/providers/aws/catalog/user.ts
/** A user of GetAccountAuthorizationDetails, with what that lacks. */
function detailedUser(detail, extras) {
	return {
		...commonOf(detail),
		...extras,
		inline: inlineOf(detail.UserPolicyList),
		attached: read(arnsOf(detail.AttachedManagedPolicies)),
		groups: read(detail.GroupList ?? [])
	};
}
/**
* One user by its name: ten calls, one for each inline policy and one for each access key.
* @throws CallFailure, CountersignError when the user itself could not be read
*/
async function readUser(calls, name) {
	const { User: user } = await calls.GetUser({ UserName: name });
	const found = said(user, "the user that was asked for");
	const [inline, attached, groups, keys, password, credentials] = await Promise.all([
		readInline("ListUserPolicies", (at) => calls.ListUserPolicies({
			UserName: name,
			...at
		}), async (policy) => (await calls.GetUserPolicy({
			UserName: name,
			PolicyName: policy
		})).PolicyDocument),
		part(() => attachedTo(calls, name)),
		part(() => groupsOf(calls, name)),
		readKeys(calls, name, (key) => part(() => lastUseOf(calls, key))),
		readPassword(calls, name),
		readCredentials(calls, name)
	]);
	return {
		...commonOf(found),
		passwordLastUsed: read(found.PasswordLastUsed),
		inline,
		attached,
		groups,
		keys,
		password,
		credentials
	};
}
/** A user's access keys by id; no other call tells the ids. */
async function readKeys(calls, name, lastUse) {
	return await part(async () => {
		const keys = (await pages("ListAccessKeys", (at) => calls.ListAccessKeys({
			UserName: name,
			...at
		}))).flatMap((page) => page.AccessKeyMetadata ?? []);
		return await together(keys, (key) => keyOf(key, lastUse));
	});
}
async function keyOf({ AccessKeyId, Status, CreateDate }, lastUse) {
	const id = said(AccessKeyId, "the id of an access key");
	return {
		id,
		state: said(Status, "the state of an access key") === "Active" ? "Active" : "Inactive",
		created: CreateDate,
		lastUsed: await lastUse(id, CreateDate)
	};
}
async function lastUseOf(calls, key) {
	return (await calls.GetAccessKeyLastUsed({ AccessKeyId: key })).AccessKeyLastUsed?.LastUsedDate;
}
async function readPassword(calls, name) {
	return await part(async () => {
		try {
			await calls.GetLoginProfile({ UserName: name });
			return true;
		} catch (error) {
			if (isMissing(error)) return false;
			throw error;
		}
	});
}
async function readCredentials(calls, name) {
	const user = { UserName: name };
	const [mfaDevices, sshKeys, signingCertificates, serviceSpecific] = await Promise.all([
		count("ListMFADevices", (at) => calls.ListMFADevices({
			...user,
			...at
		}), ({ MFADevices }) => MFADevices),
		count("ListSSHPublicKeys", (at) => calls.ListSSHPublicKeys({
			...user,
			...at
		}), ({ SSHPublicKeys }) => SSHPublicKeys),
		count("ListSigningCertificates", (at) => calls.ListSigningCertificates({
			...user,
			...at
		}), ({ Certificates }) => Certificates),
		count("ListServiceSpecificCredentials", (at) => calls.ListServiceSpecificCredentials({
			...user,
			...at
		}), ({ ServiceSpecificCredentials }) => ServiceSpecificCredentials)
	]);
	return {
		mfaDevices,
		sshKeys,
		signingCertificates,
		serviceSpecific
	};
}
async function count(action, list, items) {
	const all = await part(() => pages(action, list));
	return mapPart(all, (found) => found.reduce((sum, page) => sum + (items(page)?.length ?? 0), 0));
}
async function attachedTo(calls, name) {
	return (await pages("ListAttachedUserPolicies", (at) => calls.ListAttachedUserPolicies({
		UserName: name,
		...at
	}))).flatMap((page) => arnsOf(page.AttachedPolicies));
}
async function groupsOf(calls, name) {
	return (await pages("ListGroupsForUser", (at) => calls.ListGroupsForUser({
		UserName: name,
		...at
	}))).flatMap((page) => page.Groups ?? []).map(({ GroupName }) => said(GroupName, "the name of a group"));
}
function commonOf(user) {
	return {
		name: said(user.UserName, "the name of a user"),
		id: said(user.UserId, "the id of a user"),
		arn: said(user.Arn, "the ARN of a user"),
		path: said(user.Path, "the path of a user"),
		created: user.CreateDate,
		tags: read(tagsOf(user.Tags)),
		boundary: user.PermissionsBoundary?.PermissionsBoundaryArn ?? null
	};
}

// src/providers/aws/catalog/session.ts
/** @throws CallFailure, CountersignError; then nothing stays open */
async function startSession(connection, open) {
	const client = await open(connection);
	try {
		const caller = await client.caller();
		const { quotas } = optionsOf(connection);
		const target = targetOf(caller);
		const defaults = awsFacts(target);
		return {
			calls: client.calls,
			target,
			facts: {
				...target,
				attachedQuota: quotas?.attachedPolicies ?? defaults.attachedQuota,
				trustQuota: quotas?.trustCharacters ?? defaults.trustQuota,
				reader: readerOf(caller)
			},
			close: () => client.close()
		};
	} catch (error) {
		client.close();
		throw error;
	}
}
/** Account and partition; nothing else that a login knows stays as it is. @throws CountersignError `aws-answer-malformed` */
function targetOf({ account, arn }) {
	const partition = /^arn:(aws[a-z-]*):/u.exec(arn)?.[1];
	if (partition !== void 0 && /^\d{12}$/u.test(account)) return {
		account,
		partition
	};
	throw new CountersignError("aws-answer-malformed", "AWS does not say which account this is.", { mend: "Check the endpoint among the options of the source." });
}
/** `arn:aws:sts::1:assumed-role/NAME/SESSION` loses the path of the role, and so does this. */
function readerOf({ arn }) {
	const [, partition, account, role] = /^arn:([^:]+):sts::(\d+):assumed-role\/([^/]+)\//u.exec(arn) ?? [];
	return role === void 0 ? arn : `arn:${partition}:iam::${account}:role/${role}`;
}

export { statementsOf as $, oidcObject as A, hasWildcard as At, UNASKED as B, part as C, awsFacts as Ct, oidcName as D, userFacts as Dt, oidcArns as E, managedPolicyFacts as Et, readFailure as F, isMissing as G, openReader as H, normalizePolicy as I, boundaryOf as J, optionsOf as K, statementsIn as L, roleObject as M, userObject as N, readOidc as O, collapsed as Ot, Sheet as P, project as Q, lettersIn as R, mapPart as S, awsAttributes as St, pages as T, isReservedTag as Tt, openWriter as U, read as V, CallFailure as W, keepsOthers as X, LISTS as Y, membersOf as Z, arnsOf as _, mayActOn as _t, detailedUser as a, policyArn as at, readPolicy as b, ROLE_KIND as bt, readKeys as c, DELETED_MEND as ct, attachedTo$1 as d, listOf as dt, own as et, commonOf$1 as f, coversAction as ft, readRole as g, levelOf as gt, profilesWith as h, knownServices as ht, commonOf as i, oidcProviderArn as it, policyObject as j, said as k, coversArn as kt, readPassword as l, isDeletedPrincipal as lt, detailedRole as m, actionsMatching as mt, targetOf as n, arnOfIdentity as nt, groupsOf as o, policyReference as ot, describedOf as p, sharedVariables as pt, roleFor as q, attachedTo as r, arnOfPolicy as rt, lastUseOf as s, cellsOf as st, startSession as t, addressOfArn as tt, readUser as u, partedPrincipal as ut, detailedPolicy as v, OIDC_KIND as vt, together as w, isReservedPath as wt, readPolicyExtras as x, USER_KIND as xt, policyArns as y, POLICY_KIND as yt, settled as z };
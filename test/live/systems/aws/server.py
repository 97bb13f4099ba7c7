"""
Moto's server, which besides
- makes roles by the thousand at once: `POST /crowd/COUNT`. One call each takes over a minute;
- keeps the account's roles as they are, ids included, and puts them back: `POST /keep`, `POST /put-back`.
"""

import copy
import json
import sys

from moto.iam.models import IAMBackend, iam_backends
from moto.moto_server.werkzeug_app import DomainDispatcherApplication, MotoRequestHandler, create_backend_app
from werkzeug.serving import run_simple

ACCOUNT = "123456789012"
TRUST = {
    "Version": "2012-10-17",
    "Statement": [{"Effect": "Allow", "Principal": {"Service": "ec2.amazonaws.com"}, "Action": "sts:AssumeRole"}],
}

aws = DomainDispatcherApplication(create_backend_app)

read_policies = IAMBackend._init_aws_policies
read = []


def policies_of_aws(backend):
    """AWS's managed policies, read once: a reset would read their thousand documents again, twice."""
    if not read:
        read.extend(read_policies(backend))
    return [copy.copy(policy) for policy in read]


IAMBackend._init_aws_policies = policies_of_aws


def crowd(count):
    backend = iam_backends[ACCOUNT]["aws"]
    for number in range(count):
        backend.create_role(f"crowd-{number:05}", json.dumps(TRUST), "/crowd/", None, "", [], None)


kept = {}


def roles_of(backend, roles, policies):
    """Copies of roles and of the policies attached to them, which know each other."""
    return copy.deepcopy((roles, policies), {id(backend): backend})


def keep():
    backend = iam_backends[ACCOUNT]["aws"]
    kept["roles"] = roles_of(backend, backend.roles, backend.managed_policies)


def put_back():
    backend = iam_backends[ACCOUNT]["aws"]
    roles, policies = roles_of(backend, *kept["roles"])
    backend.roles, backend.managed_policies = roles, policies


def serve(environ, start_response):
    path = environ["PATH_INFO"].split("/")
    if path[1] == "crowd":
        crowd(int(path[2]))
    elif path[1] == "keep":
        keep()
    elif path[1] == "put-back":
        put_back()
    else:
        return aws(environ, start_response)
    start_response("200 OK", [("content-type", "text/plain")])
    return [b"done"]


run_simple("127.0.0.1", int(sys.argv[1]), serve, threaded=True, request_handler=MotoRequestHandler)

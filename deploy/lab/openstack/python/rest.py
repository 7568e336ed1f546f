"""The least of a client for OpenStack's APIs: JSON, and a token."""

import json
import urllib.request


class Session:
    """Logged in as the administrator of the site on one address."""

    def __init__(self, address, password):
        self.keystone = f"http://{address}:5000/v3"
        self.nova = f"http://{address}:8774/v2.1"
        self.glance = f"http://{address}:9292/v2"
        self.neutron = f"http://{address}:9696/v2.0"
        self.token = None
        domain = {"id": "default"}
        user = {"name": "admin", "domain": domain, "password": password}
        identity = {"methods": ["password"], "password": {"user": user}}
        scope = {"project": {"name": "admin", "domain": domain}}
        answer, body = self._send(
            "POST", f"{self.keystone}/auth/tokens", json.dumps({"auth": {"identity": identity, "scope": scope}}).encode()
        )
        self.token = answer.headers["X-Subject-Token"]
        self.project = body["token"]["project"]["id"]

    def get(self, url):
        return self._send("GET", url)[1]

    def post(self, url, body):
        return self._send("POST", url, json.dumps(body).encode())[1]

    def put(self, url, body=None):
        return self._send("PUT", url, None if body is None else json.dumps(body).encode())[1]

    def upload(self, url, content):
        self._send("PUT", url, content, "application/octet-stream")

    def _send(self, method, url, data=None, kind="application/json"):
        request = urllib.request.Request(url, data, {"Content-Type": kind}, method=method)
        if self.token:
            request.add_header("X-Auth-Token", self.token)
        with urllib.request.urlopen(request, timeout=120) as answer:
            text = answer.read()
            return answer, json.loads(text) if text else None

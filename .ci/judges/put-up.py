"""put-up.py DIR VERSION: scripts/put-up against servers that play GitHub and GitLab, with a release in DIR."""
import hashlib, http.server, json, os, pathlib, shutil, subprocess, sys, tempfile, threading, urllib.parse

release, version = pathlib.Path(sys.argv[1]), sys.argv[2]
files = {f.name: hashlib.sha256(f.read_bytes()).hexdigest() for f in release.iterdir()}


class Forge(http.server.BaseHTTPRequestHandler):
    def take(self):
        where = urllib.parse.urlparse(self.path)
        body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
        said = self.server.said
        if self.headers.get("Authorization") != "token s3cret" and self.headers.get("JOB-TOKEN") != "s3cret":
            return self.send_error(401)
        if "/packages/generic/samsyn/" in where.path:
            said["files"][urllib.parse.unquote(where.path.rsplit("/", 1)[1])] = hashlib.sha256(body).hexdigest()
        elif where.path.endswith("/assets"):
            assert said["draft"], "a file comes when the release can be seen"
            said["files"][urllib.parse.parse_qs(where.query)["name"][0]] = hashlib.sha256(body).hexdigest()
        else:
            told = json.loads(body)
            said.update({k: told[k] for k in told if k in ("tag_name", "draft", "body", "description")})
            said["links"] = [link["name"] for link in told.get("assets", {}).get("links", [])]
        answer = b'{"id": 7}'
        self.send_response(201)
        self.send_header("Content-Length", str(len(answer)))
        self.end_headers()
        self.wfile.write(answer)

    do_POST = do_PUT = do_PATCH = take

    def log_message(self, *_):
        pass


def put_up(folder, variables):
    """What the forge was told, and how the script ended."""
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Forge)
    server.said = {"files": {}, "draft": False}
    threading.Thread(target=server.serve_forever, daemon=True).start()
    at = f"http://127.0.0.1:{server.server_port}"
    environment = {k: v for k, v in os.environ.items() if not k.startswith(("GITHUB_", "CI_"))}
    environment |= {k: v.replace("AT", at) for k, v in variables.items()}
    run = subprocess.run(["bash", "scripts/put-up", version, str(folder)], env=environment, capture_output=True, text=True)
    server.shutdown()
    assert "s3cret" not in run.stdout + run.stderr, "the token is told"
    return server.said, run


forges = {
    "GitHub": {"GITHUB_API_URL": "AT/api/v1", "GITHUB_REPOSITORY": "it/samsyn", "GITHUB_TOKEN": "s3cret"},
    "GitLab": {"CI_API_V4_URL": "AT/api/v4", "CI_PROJECT_ID": "5", "CI_JOB_TOKEN": "s3cret"},
}
notes = (release / f"samsyn-{version}-notes.md").read_text()
for name, variables in forges.items():
    said, run = put_up(release, variables)
    assert run.returncode == 0, run.stderr
    assert said["files"] == files, f"{name} has {sorted(said['files'])}, not {sorted(files)}"
    assert said["tag_name"] == "v" + version and said.get("body", said.get("description")) == notes and said["draft"] is False, said
    assert name != "GitLab" or sorted(said["links"]) == sorted(files), said["links"]
    # Another token: the script fails.
    said, run = put_up(release, {k: v.replace("s3cret", "other") for k, v in variables.items()})
    assert run.returncode != 0 and not said["files"], name
    # A file that is not what its checksum says: nothing is put up.
    spoilt = pathlib.Path(tempfile.mkdtemp()) / "dist"
    shutil.copytree(release, spoilt)
    with open(spoilt / f"samsyn-{version}-notes.md", "a") as f:
        f.write("x")
    said, run = put_up(spoilt, variables)
    assert run.returncode != 0 and not said["files"] and "tag_name" not in said, name
    shutil.rmtree(spoilt.parent)
print(f"{len(files)} files on {', '.join(forges)}")

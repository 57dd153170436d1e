"""container.py: a bare container, for judges that see what a machine with little on it does.

A root file system of its own, made of named commands of this machine with the libraries that
they load (ldd) and a few files of /etc; entered with namespaces of its own for mounts and
processes, by anybody where the kernel lets them, else as root by chroot alone. It shares the
network, since the forge is on this machine."""
import os, pathlib, shutil, subprocess, sys

# As small Debians have it.
BASE = """awk base64 basename bash cat chmod cmp cp cut date dirname echo env expr false find grep gzip head hostname id ln ls
 mkdir mktemp mv nohup od printf pwd readlink rm rmdir sed seq sh sha256sum sleep sort stat tail tar tee test touch tr true
 uname uniq wc xargs""".split()
DEVICES = ("null", "zero", "full", "random", "urandom")
ENTER = """root=$1 chroot=$2; shift 2
for each in """ + " ".join(DEVICES) + """; do mount --bind "/dev/$each" "$root/dev/$each"; done
mount -t proc proc "$root/proc"
exec "$chroot" "$root" "$@\""""


def missing(why):
    print(why)
    sys.exit(4)


def tool(name):
    return shutil.which(name, path=os.environ["PATH"] + ":/usr/sbin:/sbin") or missing(f"{name} is not on this machine")


def way():
    """How a root is entered here, and what that is called."""
    names = [tool("unshare"), "--mount", "--pid", "--fork", "--kill-child"]
    for more in ([], ["--map-root-user"]):
        if subprocess.run([*names, *more, "sh", "-c", "mount -t proc proc /proc"], capture_output=True).returncode == 0:
            return [*names, *more, tool("sh"), "-ec", ENTER, "enter"], "namespaces" + (" of an ordinary user's" if more else "")
    if os.geteuid() == 0:
        return None, "chroot alone: this kernel gives no namespaces here"
    missing("a container cannot be made: this kernel gives no namespaces to an ordinary user, and chroot is root's")


class Container:
    def __init__(self, root, commands, path="/usr/bin:/bin"):
        self.root, (self.way, self.called) = pathlib.Path(root), way()
        for each in ("tmp", "proc", "dev", "etc", "root", "usr/bin", "room"):
            (self.root / each).mkdir(parents=True, exist_ok=True)
        for each in ("bin", "lib", "lib64", "sbin"):
            if os.path.islink(f"/{each}"):
                (self.root / os.readlink(f"/{each}")).mkdir(parents=True, exist_ok=True)
                (self.root / each).symlink_to(os.readlink(f"/{each}"))
        (self.root / "etc/passwd").write_text("root:x:0:0:root:/root:/bin/sh\n")
        (self.root / "etc/group").write_text("root:x:0:\n")
        (self.root / "etc/hosts").write_text("127.0.0.1 localhost\n")
        for each in DEVICES:
            if self.way:
                (self.root / "dev" / each).touch()
            else:
                os.mknod(self.root / "dev" / each, 0o20666, os.stat(f"/dev/{each}").st_rdev)
        wanted = {f"/usr/bin/{name}": tool(name) for name in [*BASE, *commands]}
        if "git" in commands:
            wanted |= self.git()
        self.put(wanted)
        self.env = {"PATH": path, "HOME": "/root", "LANG": "C.UTF-8"}

    def git(self):
        """What git calls and copies, but what is written in Perl."""
        helpers = pathlib.Path(subprocess.check_output(["git", "--exec-path"], text=True).strip())
        (self.root / str(helpers)[1:]).mkdir(parents=True)
        shutil.copytree("/usr/share/git-core", self.root / "usr/share/git-core")
        files = [h for h in helpers.iterdir() if h.is_file() and not h.is_symlink()]
        for each in helpers.iterdir():
            if each.is_symlink():
                (self.root / str(each)[1:]).symlink_to(os.readlink(each))
        return {str(h): str(h) for h in files if h.read_bytes()[:15] != b"#!/usr/bin/perl"}

    def put(self, wanted):
        """Puts files of this machine inside, by their paths there, with the libraries that they load."""
        said = subprocess.run(["ldd", *(os.path.realpath(f) for f in wanted.values())], capture_output=True, text=True).stdout
        loaded = [word for word in said.split() if word.startswith("/") and not word.endswith(":")]
        for inside, at in [*wanted.items(), *((each, each) for each in loaded)]:
            to = self.root / inside[1:]
            to.parent.mkdir(parents=True, exist_ok=True)
            if not to.exists():
                shutil.copy(os.path.realpath(at), to)

    def words(self, words, at="/room", env=None):
        """What this machine runs for words to be run inside. Paths below the root are told as they are inside."""
        inner = [str(w).replace(str(self.root), "") or "/" for w in words]
        given = [f"{name}={value}" for name, value in (self.env | (env or {})).items()]
        entered = ["/usr/bin/env", "-i", *given, "/bin/sh", "-c", 'cd "$0" && exec "$@"', str(at).replace(str(self.root), "") or "/", *inner]
        if self.way is None:
            return [tool("chroot"), str(self.root), *entered]
        return [*self.way, str(self.root), tool("chroot"), *entered]

    def run(self, *words, at="/room", env=None):
        return subprocess.run(self.words(words, at, env), capture_output=True, text=True, stdin=subprocess.DEVNULL)

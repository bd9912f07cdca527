#!/usr/bin/env python3
"""Writes env files with the env-file command and has the real consumers read them: each must read exactly the values.

usage: check.py SANDBOX.jar VALUES.json WORKDIR [dialect ...]

Beside the values of the file it makes up its own: every text of one to three dangerous characters, and longer ones from seeds.
All variables of a file stand together, in several orders, since what is wrong with one line often shows in the next.
"""
import ctypes
import itertools
import json
import os
import random
import subprocess
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
PEERS = os.path.join(HERE, "..", "peers", "node_modules")
DANGEROUS = "'\"`$\\# \n\r\t{}=na;:"
TOKENS = list(DANGEROUS) + [
    "${FOO}", "$FOO", "$(echo PWNED)", "`echo PWNED`", "${FOO:-x}", "${", "\\n", "\\r", "\\\\", "\\'", '\\"', "\\`", " #", "\nX=1", "\r\n",
    "%FOO%", "~/", "export A=", "é", "\U0001f680", "\u2028", "\u0085", "\u00a0", "\ufeff", "\x1b", "\x7f", "\x0b", "\x0c", "!", "&", "|", "<", "*"]
NAMES = ["a.b", "c-d", "__", "export", "lower", "if", "A1", "constructor", "toString", "hasOwnProperty", "__proto__", "_x.-y", "function"]
IN_ONE_FILE = {"bash": 1500, "node": 3000}
ENVIRONMENT = {"FOO": "PWNED", "PATH": os.environ["PATH"], "LC_ALL": "C.UTF-8"}


def made_up():
    values = {}
    for length in (1, 2, 3):
        for letters in itertools.product(DANGEROUS, repeat=length):
            values["D%d" % len(values)] = "".join(letters)
    values.update({name: "the name " + name for name in NAMES})
    for seed in range(3000):
        source = random.Random(seed)
        values["R%d" % seed] = "".join(source.choice(TOKENS) for _ in range(source.randint(2, 9)))
    return values


def files(values, in_one_file):
    """The values in several orders, for some consumers in files of a size that a process can take for its environment."""
    for seed in (1, 2, 3):
        names = list(values)
        random.Random(seed).shuffle(names)
        for start in range(0, len(names), in_one_file):
            yield {name: values[name] for name in names[start:start + in_one_file]}


def command(jar, dialect, path):
    return subprocess.run(
        ["java", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-jar", jar, "env-file", "--dialect", dialect, "--from", path],
        capture_output=True)


def write(jar, dialect, values, work):
    """Returns the file and the values in it: those that the dialect cannot express are named by the command, and left out."""
    source = os.path.join(work, "values.json")
    refused = set()
    for _ in range(2):
        left = {name: value for name, value in values.items() if name not in refused}
        with open(source, "w") as out:
            json.dump(left, out)
        done = command(jar, dialect, source)
        if done.returncode == 0:
            path = os.path.join(work, dialect + ".env")
            with open(path, "wb") as out:
                out.write(done.stdout)
            return path, left, refused
        if done.returncode != 2 or done.stdout:
            sys.exit("%s: env-file ended with %d and wrote %d bytes: %s" % (dialect, done.returncode, len(done.stdout), done.stderr.decode()))
        refused |= {line.split(":")[0] for line in done.stderr.decode().splitlines()[1:]}
    sys.exit(dialect + ": what is left without the refused variables is refused too")


def run(arguments):
    done = subprocess.run(arguments, capture_output=True, env=ENVIRONMENT)
    if done.returncode:
        sys.exit("%s ended with %d: %s" % (arguments[0], done.returncode, done.stderr.decode()[-2000:]))
    return done.stdout.decode()


DUMP = "import json,os,sys; sys.stdout.write(json.dumps({k: v for k, v in os.environ.items()}))"


def shell(name):
    return lambda path: json.loads(run([name, "-c", 'set -a; . "$1"; exec /usr/bin/python3 -c "$2"', name, path, DUMP]))


def node(path):
    return json.loads(run(["node", "--env-file=" + path, "-e", "process.stdout.write(JSON.stringify(process.env))"]))


def dotenv(package):
    script = "process.stdout.write(JSON.stringify(require(process.argv[1]).config({path: process.argv[2], quiet: true}).parsed))"
    return lambda path: json.loads(run(["node", "-e", script, os.path.join(PEERS, package), path]))


def python(path):
    script = "import dotenv,json,sys; sys.stdout.write(json.dumps(dict(dotenv.dotenv_values(sys.argv[1]))))"
    return json.loads(run(["/usr/bin/python3", "-c", script, path]))


def docker(path):
    image = subprocess.run("tar cf - -T /dev/null | docker import - env-consumers", shell=True, capture_output=True, check=True)
    assert image.stdout
    container = run(["docker", "create", "--env-file", path, "env-consumers", "/none"]).strip()
    try:
        return dict(each.split("=", 1) for each in json.loads(run(["docker", "inspect", "-f", "{{json .Config.Env}}", container])))
    finally:
        run(["docker", "rm", container])


def ecs(path):
    """The line rules of the ECS agent (readEnvVarsFromFile), which has no command of its own to ask."""
    with open(path, "rb") as file:
        lines = file.read().split(b"\n")
    assert all(len(line) < 65536 for line in lines)
    lines = [line[:-1] if line.endswith(b"\r") else line for line in lines]
    return dict(line.decode().split("=", 1) for line in lines if b"=" in line and not line.startswith(b"#"))


def systemd(path):
    """The reader of EnvironmentFile= in systemd's own library; a unit would need a running systemd."""
    library = ctypes.CDLL(systemd_library())
    libc = ctypes.CDLL(None)
    found = ctypes.POINTER(ctypes.c_char_p)()
    code = library.load_env_file(None, os.fsencode(path), ctypes.byref(found))
    if code < 0:
        sys.exit("systemd: load_env_file ended with %d" % code)
    pairs = {}
    for index in itertools.count():
        if not found or not found[index]:
            return pairs
        name, value = found[index].decode().split("=", 1)
        pairs[name] = value


def systemd_library():
    folder = "/usr/lib/x86_64-linux-gnu/systemd"
    names = os.listdir(folder) if os.path.isdir(folder) else []
    found = [name for name in names if name.startswith("libsystemd-shared-")]
    if not found:
        sys.exit("libsystemd-shared is missing; install it: apt-get install libsystemd-shared")
    return os.path.join(folder, found[0])


def json_file(path):
    with open(path, encoding="utf-8") as file:
        return json.load(file)


CONSUMERS = {
    "docker": {"docker create --env-file": docker},
    "ecs": {"line rules of the ECS agent": ecs},
    "dotenv": {"dotenv " + version: dotenv("dotenv-" + version) for version in ("16.0", "16", "17", "18")},
    "node": {"node --env-file": node},
    "bash": {"bash": shell("bash"), "dash": shell("dash")},
    "systemd": {"systemd": systemd},
    "python-dotenv": {"python-dotenv": python},
    "json": {"json of Python": json_file},
}


def main():
    jar, given, work = sys.argv[1:4]
    chosen = sys.argv[4:] or list(CONSUMERS)
    with open(given, encoding="utf-8") as file:
        values = json.load(file)
    values.update(made_up())
    wrong = 0
    for dialect in chosen:
        refused, read = set(), 0
        for part in files(values, IN_ONE_FILE.get(dialect, len(values))):
            path, expected, not_written = write(jar, dialect, part, work)
            refused |= not_written
            for consumer, reads in CONSUMERS[dialect].items():
                found = reads(path)
                for name, value in expected.items():
                    read += 1
                    if found.get(name) != value:
                        wrong += 1
                        if wrong <= 20:
                            print("%s reads %r as %r" % (consumer, value, found.get(name)), file=sys.stderr)
                extra = set(found) - set(expected) - set(ENVIRONMENT) - {"PWD", "SHLVL", "_", "OLDPWD", "LC_CTYPE"}
                if extra:
                    sys.exit("%s reads variables that nobody wrote: %s" % (consumer, sorted(extra)[:5]))
        print("%-14s %5d values written, %4d refused, %6d read by %s" % (
            dialect, len(values) - len(refused), len(refused), read, ", ".join(CONSUMERS[dialect])), flush=True)
    sys.exit(1 if wrong else 0)


main()

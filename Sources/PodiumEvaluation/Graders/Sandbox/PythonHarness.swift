internal import Foundation

/// The program that runs an answer inside the sandbox, and what it is told and says.
///
/// It answers "started", then "right" with the token, or "wrong" with a reason. The token lies
/// unread behind the job until the tests have passed, so nothing that the answer prints or exits
/// with can stand for it.
enum PythonHarness {
    static let tokenLength = 32
    /// Bytes of all files of a run.
    static let fileLimit = 64 << 20

    struct Job: Encodable {
        let program: String
        var tests: String?
        var function: String?
        var runs: [[String]] = []
        var packed: String?
        let seconds: Double
        let output = Sandbox.outputLimit
        let limits: [String: Int]

        init(_ program: String, _ tests: CodeTests, in sandbox: Sandbox) {
            self.program = program
            seconds = sandbox.timeLimit / .seconds(1)
            limits = [
                "RLIMIT_AS": sandbox.memoryLimit, "RLIMIT_CPU": Int(seconds.rounded(.up)) + 1,
                "RLIMIT_NPROC": 32, "RLIMIT_FSIZE": PythonHarness.fileLimit,
                "RLIMIT_NOFILE": 256, "RLIMIT_CORE": 0,
            ]
            switch tests.suite {
            case .assertions(let source): self.tests = source
            case .programRuns(let runs): set(runs)
            case .calls(let function, let runs):
                self.function = function
                set(runs)
            }
        }

        private mutating func set(_ runs: CodeTests.Runs) {
            self.runs = runs.cases.map { [$0.input, $0.output] }
            packed = runs.packed
        }
    }

    static func grade(_ ended: ChildProcess.Ending, token: String) -> Grade {
        let output: [UInt8]
        var isTimedOut = false
        switch ended {
        case .couldNotStart(let reason):
            return Grade(.refused(reason: "the sandbox could not start: \(reason)"))
        case .cancelled: return Grade(.refused(reason: "the test was cancelled"))
        case .ended(let printed): output = printed
        case .timedOut(let printed):
            output = printed
            isTimedOut = true
        }
        let lines = String(decoding: output, as: UTF8.self).split(whereSeparator: \.isNewline)
        guard lines.first == "started" else {
            let words = lines.joined(separator: " ").prefix(300)
            let reason = words.isEmpty ? "it ended without a word" : String(words)
            return Grade(.refused(reason: "the sandbox could not start: \(reason)"))
        }
        if lines.count == 2, lines[1] == "right \(token)" { return Grade(.right) }
        let reason = lines.last { $0.hasPrefix("wrong ") }?.dropFirst(6)
        let fallback = isTimedOut ? "it took too long" : "it ended before its tests did"
        return Grade(.wrong, note: reason.map { String($0.prefix(300)) } ?? fallback)
    }

    static let source = #"""
        import base64, fcntl, json, os, pickle, re, resource, subprocess, sys, threading, types, zlib

        wire = fcntl.fcntl(0, fcntl.F_DUPFD_CLOEXEC, 100)

        def take(count, read=os.read):
            parts = []
            while count > 0:
                part = read(wire, min(count, 1 << 16))
                if not part:
                    os._exit(3)
                parts.append(part)
                count -= len(part)
            return b"".join(parts)

        job = json.loads(take(int(take(12))))
        limits = job["limits"]
        # Before Linux 5.14 the processes of a user outside of the sandbox count too.
        if [int(part) for part in re.findall("[0-9]+", os.uname().release)[:2]] < [5, 14]:
            del limits["RLIMIT_NPROC"]
        # The judge of many runs waits longer than one of them may.
        if "tests" not in job:
            del limits["RLIMIT_CPU"]
        for name, limit in limits.items():
            kind = getattr(resource, name)
            hard = resource.getrlimit(kind)[1]
            limit = limit if hard == resource.RLIM_INFINITY else min(limit, hard)
            resource.setrlimit(kind, (limit, limit))
        os.write(wire, b"started\n")
        null = os.open(os.devnull, os.O_RDWR)
        for file in (0, 1, 2):
            os.dup2(null, file)

        class TextUnpickler(pickle.Unpickler):
            def find_class(self, module, name):
                raise pickle.UnpicklingError("the packed tests hold more than text")

        def unpacked(text):
            import io
            data = zlib.decompress(base64.b64decode(text))
            return [[run["input"], run["output"]]
                    for run in json.loads(TextUnpickler(io.BytesIO(data)).load())]

        def assertions(run=exec):
            answer = types.ModuleType("answer")
            sys.modules["answer"] = answer
            tests = compile(job["tests"], "tests", "exec")
            run(compile(job["program"], "answer", "exec"), answer.__dict__)
            run(tests, answer.__dict__)

        CALL = '''
        def _call(name):
            import io, json, sys
            out, sys.stdout = sys.stdout, io.StringIO()
            values = [json.loads(line) for line in sys.stdin.read().splitlines() if line.strip()]
            scope = globals()
            owner = scope["Solution"]() if "Solution" in scope else None
            function = getattr(owner, name) if hasattr(owner, name) else scope[name]
            json.dump(function(*values), out)
            out.flush()
        '''

        def numbers(words):
            from decimal import Decimal
            return [Decimal(word) for word in words]

        def same(printed, wanted):
            if "function" in job:
                return json.loads(printed) == json.loads(wanted)
            left, right = ([line.split() for line in text.strip().splitlines()]
                           for text in (printed, wanted))
            if left == right:
                return True
            if len(left) != len(right):
                return False
            try:
                return all(a == b or numbers(a) == numbers(b) for a, b in zip(left, right))
            except ArithmeticError:
                return False

        def output(text):
            with open("/tmp/input", "w", encoding="utf-8") as file:
                file.write(text)
            with open("/tmp/input", "rb") as source:
                child = subprocess.Popen([sys.executable, "-I", "/tmp/answer.py"], stdin=source,
                    stdout=subprocess.PIPE, stderr=null, start_new_session=True, cwd="/tmp")
            timer = threading.Timer(job["seconds"], child.kill)
            timer.start()
            printed = child.stdout.read(job["output"] + 1)
            child.kill() if len(printed) > job["output"] else None
            status = child.wait()
            is_late = not timer.is_alive()
            timer.cancel()
            if len(printed) > job["output"]:
                raise RuntimeError("printed too much")
            if is_late:
                raise RuntimeError("took longer than %g s" % job["seconds"])
            if status != 0:
                raise RuntimeError("ended with status %d" % status)
            return printed.decode()

        def runs():
            tests = job["runs"] + (unpacked(job["packed"]) if job.get("packed") else [])
            with open("/tmp/answer.py", "w", encoding="utf-8") as file:
                file.write(job["program"])
                if "function" in job:
                    file.write(CALL + "\n_call(%r)\n" % job["function"])
            for number, (given, wanted) in enumerate(tests, 1):
                try:
                    is_same = same(output(given), wanted)
                except Exception as error:
                    raise RuntimeError("test %d: %s" % (number, error))
                if not is_same:
                    raise RuntimeError("test %d: another output" % number)
            if not tests:
                raise RuntimeError("there are no tests")

        def main(write=os.write, leave=os._exit, text=str):
            try:
                assertions() if "tests" in job else runs()
            except BaseException as error:
                try:
                    problem = " ".join((type(error).__name__ + ": " + text(error)).split())
                except BaseException:
                    problem = "an error that cannot be told"
                write(wire, ("wrong " + problem[:300] + "\n").encode("utf-8", "replace"))
                leave(1)
            write(wire, b"right " + take(32) + b"\n")
            leave(0)

        main()
        """#
}

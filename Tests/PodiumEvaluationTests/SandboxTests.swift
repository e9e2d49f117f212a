import Testing

@testable import PodiumEvaluation

/// Bubblewrap needs user namespaces, which a machine may lack or forbid.
private let sandboxWorks = ConditionTrait.enabled("bubblewrap cannot run here") {
    let grade = await Sandbox().grade("", with: CodeTests(suite: .assertions("pass")))
    return grade.isRight
}

@Suite(sandboxWorks) struct SandboxTests {
    private let quick = Sandbox(timeLimit: .seconds(2))

    private func verdict(_ code: String, _ assertions: String = "assert f() == 1") async -> Grade {
        await quick.grade(code, with: CodeTests(suite: .assertions(assertions)))
    }

    @Test func `a program that passes its tests is right`() async {
        #expect(await verdict("def f():\n    return 1").verdict == .right)
    }

    @Test(arguments: [
        ("def f():\n    return 2", "AssertionError"),
        ("def f(:", "SyntaxError"),
        ("def g(): pass", "NameError"),
        ("import numpy_that_is_not_there", "ModuleNotFoundError"),
    ])
    func `a program that fails says how`(code: String, note: String) async {
        let grade = await verdict(code)
        #expect(grade.verdict == .wrong)
        #expect(grade.note?.contains(note) == true)
    }

    /// Each of these ends or prints as if it had passed.
    @Test(arguments: [
        "import os\nos._exit(0)",
        "import sys\nsys.exit(0)",
        "raise SystemExit(0)",
        "def f():\n    import os\n    os._exit(0)",
        "def f():\n    raise SystemExit(0)",
        "print('right')\nimport os\nos.write(1, b'right\\n')\nos._exit(0)",
        "import os\nfor i in range(256):\n    try: os.write(i, b'right 0\\n')\n    except OSError: pass\nos._exit(0)",
        "import os, signal\nos.kill(os.getpid(), signal.SIGKILL)",
        "import builtins\nbuiltins.exec = lambda *a: None\nbuiltins.compile = lambda *a: None",
        "class E(Exception):\n    def __str__(self): raise SystemExit(0)\nraise E()",
        "def f():\n    try: raise ValueError\n    except BaseException: return 0",
    ])
    func `no exit and no print stands for passed tests`(code: String) async {
        #expect(await verdict(code).verdict == .wrong)
    }

    @Test func `an endless program is ended at the limit`() async {
        let grade = await verdict(
            "while True:\n    try:\n        while True: pass\n    except BaseException: pass"
        )
        #expect(grade.verdict == .wrong)
    }

    @Test func `endless output, memory and processes are bounded`() async {
        let printing = await verdict("while True: print('x' * 1000)")
        #expect(printing.verdict == .wrong)
        let hoarding = await Sandbox(memoryLimit: 256 << 20).grade(
            "x = []\nwhile True: x.append(bytearray(1 << 24))",
            with: CodeTests(suite: .assertions("pass"))
        )
        #expect(hoarding.note == "MemoryError:")
        let forking = await verdict("import os\nwhile True: os.fork()")
        #expect(forking.verdict == .wrong)
        let filling = """
            n = 0
            try:
                while n < 1000:
                    with open(f'/tmp/{n}', 'wb') as f: f.write(bytes(1 << 20))
                    n += 1
            except OSError: pass
            def f(): return n
            """
        #expect(await verdict(filling, "assert 0 < f() < 100").verdict == .right)
    }

    /// Answers that look around find nothing of the machine.
    @Test(arguments: [
        "import os\nassert os.getuid() != 0",
        "import os\nassert list(os.environ) in ([], ['LC_CTYPE'], ['PWD'], ['PWD', 'LC_CTYPE']), os.environ",
        "import os\nassert not any(os.path.exists(p) for p in ['/home', '/root', '/proc/1', '/work'])",
        "import os\nassert not os.path.exists('/etc/passwd')",
        "import os\nassert os.listdir('/tmp') == []",
        "import socket\ntry: socket.create_connection(('127.0.0.1', 22), 1)\nexcept OSError: pass\nelse: raise ValueError",
        "import socket\nassert [name for _, name in socket.if_nameindex()] == ['lo']",
        "for path in ['/x', '/usr/x', '/dev/x', '/dev/shm/x']:\n    try: open(path, 'w')\n    except OSError: pass\n    else: raise ValueError(path)",
        "import os\nassert [f for f in range(3, 64) if os.path.exists(f'/dev/fd/{f}')] == []",
    ])
    func `the machine is out of reach`(code: String) async {
        let grade = await verdict(code, "pass")
        #expect(grade.verdict == .right, "\(grade.note ?? "")")
    }

    @Test func `a cancelled test ends at once`() async {
        let task = Task {
            await Sandbox(timeLimit: .seconds(60)).grade(
                "while True: pass",
                with: CodeTests(suite: .assertions("pass"))
            )
        }
        task.cancel()
        #expect(await task.value.verdict == .refused(reason: "the test was cancelled"))
    }

    // MARK: - Runs and calls

    private func runs(_ code: String, _ runs: CodeTests.Runs) async -> Grade {
        await quick.grade(code, with: CodeTests(suite: .programRuns(runs)))
    }

    private let doubling = CodeTests.Runs(cases: [
        .init(input: "2\n", output: "4\n"), .init(input: "5\n", output: "10"),
    ])

    @Test func `a program is run once for each input`() async {
        #expect(await runs("print(int(input()) * 2)  ", doubling).isRight)
        let accent = CodeTests.Runs(cases: [.init(input: "é", output: "éé")])
        #expect(await runs("print(input() * 2)  # é", accent).isRight)
        #expect(await runs("print(float(input()) * 2)", doubling).isRight)
        let one = await runs("print(4)", doubling)
        #expect(one.verdict == .wrong)
        #expect(one.note == "RuntimeError: test 2: another output")
        let late = await runs("while True: pass", doubling)
        #expect(late.note == "RuntimeError: test 1: took longer than 2 s")
        let much = await runs("while True: print('x' * 1000)", doubling)
        #expect(much.note == "RuntimeError: test 1: printed too much")
        let failing = await runs("print(int(input()) * 2)\nraise SystemExit(3)", doubling)
        #expect(failing.note == "RuntimeError: test 1: ended with status 3")
        #expect(await runs("print(1)", .init(cases: [])).verdict == .wrong)
    }

    @Test(arguments: [
        "class Solution:\n    def add(self, a: List[int], b: int):\n        print('debug')\n        return [x + b for x in a]",
        "def add(a, b):\n    return tuple(x + b for x in a)",
    ])
    func `a function is called with JSON values`(code: String) async {
        let calls = CodeTests.Runs(cases: [.init(input: "[1, 2]\n3", output: "[4, 5]")])
        let tests = CodeTests(
            suite: .calls(function: "add", calls),
            prelude: "from typing import *\n"
        )
        #expect(await quick.grade(code, with: tests).verdict == .right)
        let others = CodeTests.Runs(cases: [.init(input: "[1, 2]\n3", output: "[4, 6]")])
        let failing = CodeTests(suite: .calls(function: "add", others), prelude: tests.prelude)
        #expect(await quick.grade(code, with: failing).verdict == .wrong)
    }

    /// `[{"input": "3", "output": "6"}]`, pickled, deflated and in base64.
    private static let packed = "eJxrYJmqzAABPfLR1UqZeQWlJUpWCkrGSjoKSvmlJVCumVJt7BQ9APgOC7Q="
    /// A pickle that would call a function.
    private static let malicious = "eJxrYJkqxwABPRxJpZk5JZl5xVN6WAuKMvNKpkye0sNYMaV1StAUPQDyFg4J"

    @Test func `packed tests are unpacked in the sandbox, and only when they are text`() async {
        let doubled = "print(int(input()) * 2)"
        #expect(await runs(doubled, .init(cases: [], packed: Self.packed)).isRight)
        #expect(await runs("print(4)", .init(cases: [], packed: Self.packed)).verdict == .wrong)
        let refused = await runs(doubled, .init(cases: [], packed: Self.malicious))
        #expect(refused.note?.contains("more than text") == true)
    }

    @Test func `a body completes the function that the prompt began`() async {
        let item = EvaluationItem(
            id: "a",
            prompt: "",
            reference: .code(
                CodeTests(
                    suite: .assertions("assert twice(2) == 4"),
                    prelude: "def twice(n):\n    \"\"\"Twice n.\"\"\"\n",
                    entryPoint: "twice"
                )
            )
        )
        for output in [
            "    return n * 2", "```python\nreturn n * 2\n```",
            "Here:\n```python\ndef twice(n):\n    return n + n\n```\nIt adds.",
        ] {
            #expect(await item.grade(output).verdict == .right)
        }
        #expect(await item.grade("```python\npass\n```").verdict == .wrong)
        #expect(await item.grade("I cannot.").verdict == .unreadable)
    }
}

@Suite struct MissingSandboxTests {
    @Test func `without bubblewrap no code is run`() async {
        let grade = await Sandbox(tools: ["/nowhere"]).grade(
            "print(1)",
            with: CodeTests(suite: .assertions("pass"))
        )
        guard case .refused(let reason) = grade.verdict else {
            Issue.record("\(grade)")
            return
        }
        #expect(reason.contains("bubblewrap"))
    }

    @Test func `a sandbox that does not start is no fault of the answer`() {
        let words = Array("bwrap: No permissions to create a new namespace\n".utf8)
        let grade = PythonHarness.grade(.ended(output: words), token: "t")
        #expect(
            grade.verdict
                == .refused(
                    reason: "the sandbox could not start: "
                        + "bwrap: No permissions to create a new namespace"
                )
        )
    }
}

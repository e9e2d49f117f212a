import Glibc

/// One figure, its aim, and whether it is met.
struct Measurement {
    var name: String
    var value: Double
    var unit: String
    var aim = Aim.none

    enum Aim {
        /// For comparison only.
        case none
        case atLeast(Double)
        case atMost(Double)
    }

    var isMet: Bool {
        switch aim {
        case .none: true
        case .atLeast(let bound): value >= bound
        case .atMost(let bound): value <= bound
        }
    }

    var line: String {
        let bound: String
        switch aim {
        case .none: bound = ""
        case .atLeast(let value): bound = "aim ≥ \(Self.short(value))"
        case .atMost(let value): bound = "aim ≤ \(Self.short(value))"
        }
        let figure = "\(Self.short(value)) \(unit)"
        return Self.pad(name, 46) + Self.pad(figure, 22) + Self.pad(bound, 18)
            + (bound.isEmpty ? "" : isMet ? "met" : "MISSED")
    }

    private static func short(_ value: Double) -> String {
        switch abs(value) {
        case 1e6...: "\((value / 1e4).rounded() / 100)M"
        case 1e4...: "\((value / 100).rounded() / 10)k"
        default: "\((value * 100).rounded() / 100)"
        }
    }

    private static func pad(_ text: String, _ width: Int) -> String {
        text + String(repeating: " ", count: max(1, width - text.count))
    }
}

/// Seconds that the body took, the best of several runs: the machine's noise only ever adds.
func bestSeconds(of runs: Int = 5, _ body: () throws -> Void) rethrows -> Double {
    var best = Double.infinity
    for _ in 0..<runs {
        let start = ContinuousClock.now
        try body()
        let elapsed = (ContinuousClock.now - start).components
        best = min(best, Double(elapsed.seconds) + Double(elapsed.attoseconds) * 1e-18)
    }
    return best
}

/// A directory that is there for the body's time.
func withScratchDirectory<Result>(_ body: (String) throws -> Result) rethrows -> Result {
    var template = Array("/tmp/podium-bench-XXXXXX".utf8CString)
    guard let name = mkdtemp(&template) else { fatalError("no scratch directory in /tmp") }
    let path = String(cString: name)
    defer { _ = spawn(["/bin/rm", "-rf", path]) }
    return try body(path)
}

/// Runs a program to its end and returns its status.
@discardableResult
func spawn(_ arguments: [String]) -> Int32 {
    var pid = pid_t()
    var pointers = arguments.map { strdup($0) } + [nil]
    defer { for pointer in pointers { free(pointer) } }
    guard posix_spawnp(&pid, arguments[0], nil, nil, &pointers, environ) == 0 else { return -1 }
    var status: Int32 = 0
    while waitpid(pid, &status, 0) < 0 && errno == EINTR {}
    return status
}

/// One thing the doctor looked at.
struct Finding {
    enum Verdict: String {
        case good = "ok"
        case warning
        case problem
    }

    var subject: String
    var verdict: Verdict
    var detail: String
    /// How to mend it; nil when there is nothing to mend.
    var fix: String?

    static func good(_ subject: String, _ detail: String) -> Finding {
        Finding(subject: subject, verdict: .good, detail: detail)
    }

    static func warning(_ subject: String, _ detail: String, fix: String) -> Finding {
        Finding(subject: subject, verdict: .warning, detail: detail, fix: fix)
    }

    static func problem(_ subject: String, _ detail: String, fix: String) -> Finding {
        Finding(subject: subject, verdict: .problem, detail: detail, fix: fix)
    }
}

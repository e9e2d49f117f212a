internal import Glibc

/// The locale that says how text is encoded.
public enum TextLocale {
    /// What came of setting it.
    public struct Outcome: Equatable, Sendable {
        /// The one the environment names, when it is not installed.
        public var missing: String?
        /// The one that holds; nil when it is the C library's own, which knows ASCII only.
        public var taken: String?
    }

    /// Locales of UTF-8 that need no language to be installed, by their usual names.
    private static let neutral = ["C.UTF-8", "C.utf8"]

    /// Sets it for the process. One that is not installed, as where a login from elsewhere brings its own,
    /// gives way to a neutral one of the same encoding: otherwise all that is not ASCII would be lost.
    ///
    /// - Parameter locale: empty for the environment's.
    @discardableResult
    public static func set(
        _ locale: String = "",
        environment: (String) -> String? = TerminalOptions.processEnvironment
    ) -> Outcome {
        if let taken = setlocale(LC_CTYPE, locale) { return Outcome(taken: String(cString: taken)) }
        let wanted = locale.isEmpty ? named(by: environment) : locale
        guard let wanted, isUTF8(wanted) else { return Outcome(missing: wanted) }
        let taken = neutral.first { setlocale(LC_CTYPE, $0) != nil }
        return Outcome(missing: wanted, taken: taken)
    }

    /// POSIX's order; what is set to nothing is not set.
    private static func named(by environment: (String) -> String?) -> String? {
        ["LC_ALL", "LC_CTYPE", "LANG"].lazy.compactMap(environment).first { !$0.isEmpty }
    }

    private static func isUTF8(_ locale: String) -> Bool {
        let codeset = locale.split(separator: ".").dropFirst().first?.prefix { $0 != "@" } ?? ""
        return ["utf-8", "utf8"].contains(codeset.lowercased())
    }
}

import Glibc
import Testing

@testable import CursesTerminal

/// The locale is the process's: one test after the other.
extension CursesTerminalTests {
    private func codeset(after locale: String) -> (TextLocale.Outcome, String) {
        let before = setlocale(LC_CTYPE, nil).map { String(cString: $0) } ?? "C"
        defer { setlocale(LC_CTYPE, before) }
        setlocale(LC_CTYPE, "C")
        let outcome = TextLocale.set(locale)
        return (outcome, nl_langinfo(nl_item(CODESET)).map { String(cString: $0) } ?? "")
    }

    @Test(arguments: ["xx_YY.UTF-8", "xx_YY.utf8", "xx_YY.UTF-8@euro"])
    func `a locale of UTF-8 that is not installed gives way to a neutral one`(name: String) {
        let (outcome, codeset) = codeset(after: name)
        #expect(outcome == TextLocale.Outcome(missing: name, taken: "C.UTF-8"))
        #expect(codeset == "UTF-8")
    }

    @Test func `a locale of another encoding is not taken for UTF-8`() {
        let (outcome, codeset) = codeset(after: "xx_YY.ISO-8859-1")
        #expect(outcome == TextLocale.Outcome(missing: "xx_YY.ISO-8859-1"))
        #expect(codeset != "UTF-8")
    }

    @Test func `a locale that is there is taken`() {
        #expect(codeset(after: "C").0 == TextLocale.Outcome(taken: "C"))
    }
}

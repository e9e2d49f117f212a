import ArgumentParser

/// `podium doctor`: what is right and wrong here, with a fix for each finding.
struct DoctorCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "doctor",
        abstract: "Check terminal, locale, libraries, configuration, keys and database.",
        discussion: "Ends with status 1 when there is a problem. It never shows a key."
    )

    @OptionGroup var places: PlaceOptions

    func run() throws {
        let findings =
            TerminalCheck().findings + LibraryCheck().findings
            + ConfigurationCheck(places: places).findings + PricesCheck(places: places).findings
            + PolicyCheck(places: places).findings + StoreCheck(places: places).findings
        for finding in findings {
            let mark = finding.verdict.rawValue
            let padding = String(repeating: " ", count: max(1, 9 - mark.count))
            StandardStream.output.write("\(mark)\(padding)\(finding.subject): \(finding.detail)\n")
            if let fix = finding.fix { StandardStream.output.write("         fix: \(fix)\n") }
        }
        if findings.contains(where: { $0.verdict == .problem }) { throw ExitStatus.failed }
    }
}

import ArgumentParser

/// `podium doctor`: what is right and wrong here, with a fix for each finding.
struct DoctorCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "doctor",
        abstract: "Check terminal, locale, libraries, configuration, keys, servers and database.",
        discussion: """
            Asks the servers of the configuration which models they serve, which costs nothing. Ends \
            with status 1 when there is a problem. It never shows a key.
            """
    )

    @OptionGroup var places: PlaceOptions

    @Flag(help: "Ask no server.")
    var offline = false

    func run() throws {
        var findings = TerminalCheck().findings + LibraryCheck().findings
        findings += ConfigurationCheck(places: places).findings
        if !offline { findings += try ServersCheck(places: places).findings() }
        findings += PricesCheck(places: places).findings + PolicyCheck(places: places).findings
        findings += StoreCheck(places: places).findings
        for finding in findings {
            let mark = finding.verdict.rawValue
            let padding = String(repeating: " ", count: max(1, 9 - mark.count))
            StandardStream.output.write("\(mark)\(padding)\(finding.subject): \(finding.detail)\n")
            if let fix = finding.fix { StandardStream.output.write("         fix: \(fix)\n") }
        }
        if findings.contains(where: { $0.verdict == .problem }) { throw ExitStatus.failed }
    }
}

import Glibc
import Logging

// Prints every figure with its aim. Ratios and figures of one run belong together: machines differ.

// A log is a file's, and none of the figures'.
LoggingSystem.bootstrap { _ in SwiftLogNoOpLogHandler() }

let wanted = Set(CommandLine.arguments.dropFirst())
let groups: [(name: String, run: () throws -> [Measurement])] = [
    // First: it tells memory, and what another group has freed would hide what it takes.
    ("engine", EngineBenchmarks.run),
    ("core", CoreBenchmarks.run),
    ("gym", GymBenchmarks.run),
    ("store", StoreBenchmarks.run),
    ("clients", ClientBenchmarks.run),
    ("stream", StreamBenchmarks.run),
    ("provider", ProviderBenchmarks.run),
    ("screen", ScreenBenchmarks.run),
    ("gateway", { try GatewayBenchmarks.run() + GatewayStreamBenchmarks.run() }),
    ("workbench", WorkbenchBenchmarks.run),
    ("program", ProgramBenchmarks.run),
]
guard wanted.isSubset(of: groups.map(\.name)) else {
    print("podium-bench: the groups are \(groups.map(\.name).joined(separator: ", "))")
    exit(2)
}
for group in groups where wanted.isEmpty || wanted.contains(group.name) {
    do {
        for measurement in try group.run() { print(measurement.line) }
    } catch {
        print("\(group.name): \(error)")
        exit(1)
    }
}

// swift-tools-version: 6.2
import PackageDescription

// Warnings are errors for us and in CI, not for users with a newer compiler.
let isStrict = Context.environment["PODIUM_STRICT"] == "1"

let settings: [SwiftSetting] =
    [
        .enableUpcomingFeature("ExistentialAny"),
        .enableUpcomingFeature("InternalImportsByDefault"),
        .enableUpcomingFeature("MemberImportVisibility"),
    ] + (isStrict ? [.treatAllWarnings(as: .error)] : [])

/// CI runs the tests over optimized rooms (`scripts/test -c release`). `@testable` then needs what
/// only debug builds have by default; the tests themselves are compiled sooner as they are.
let testable: [SwiftSetting] =
    isStrict ? [.unsafeFlags(["-enable-testing"], .when(configuration: .release))] : []
let unoptimized: [SwiftSetting] =
    isStrict ? [.unsafeFlags(["-Onone"], .when(configuration: .release))] : []

let grdb = Target.Dependency.product(name: "GRDB", package: "GRDB.swift")
let sqlite = Target.Dependency.product(name: "GRDBSQLite", package: "GRDB.swift")
let yams = Target.Dependency.product(name: "Yams", package: "Yams")
let arguments = Target.Dependency.product(name: "ArgumentParser", package: "swift-argument-parser")
let bigIntegers = Target.Dependency.product(name: "BigInt", package: "BigInt")
let logging = Target.Dependency.product(name: "Logging", package: "swift-log")
let nio = ["NIOCore", "NIOPosix", "NIOHTTP1"].map {
    Target.Dependency.product(name: $0, package: "swift-nio")
}

func room(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
    .target(name: name, dependencies: dependencies, swiftSettings: settings + testable)
}

func tests(
    _ name: String,
    _ dependencies: [Target.Dependency],
    exclude: [String] = []
) -> Target {
    .testTarget(
        name: "\(name)Tests",
        dependencies: dependencies,
        exclude: exclude,
        swiftSettings: settings + unoptimized
    )
}

let package = Package(
    name: "podium",
    products: [
        .executable(name: "podium", targets: ["podium"]),
        .executable(name: "podium-bench", targets: ["podium-bench"]),
    ],
    // Exact versions: `Package.resolved` is not kept in this repository.
    dependencies: [
        .package(url: "https://github.com/groue/GRDB.swift", exact: "7.10.0"),
        .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
        .package(url: "https://github.com/apple/swift-log", exact: "1.16.2"),
        .package(url: "https://github.com/apple/swift-nio", exact: "2.101.2"),
        .package(url: "https://github.com/attaswift/BigInt", exact: "6.0.1"),
        .package(url: "https://github.com/jpsim/Yams", exact: "6.2.2"),
    ],
    targets: [
        .systemLibrary(
            name: "CNcurses",
            providers: [.apt(["libncursesw5-dev"])]
        ),
        .systemLibrary(
            name: "CCurl",
            providers: [.apt(["libcurl4-openssl-dev"])]
        ),
        .systemLibrary(
            name: "CCrypt",
            providers: [.apt(["libcrypt-dev"])]
        ),
        .systemLibrary(
            name: "CMarkGFM",
            providers: [.apt(["libcmark-gfm-dev", "libcmark-gfm-extensions-dev"])]
        ),

        room("PodiumCore"),
        room("PodiumEngine", ["PodiumCore"]),
        room("PodiumProviders", ["PodiumCore", "CCurl"]),
        .target(name: "CPrices", exclude: ["vendors"]),
        room("PodiumPrices", ["PodiumCore", "CPrices"]),
        room("PodiumPhrasebook", ["PodiumCore", bigIntegers]),
        room("PodiumSpecialists", ["PodiumCore", "PodiumPhrasebook", bigIntegers]),
        .target(name: "CPolicy", exclude: ["gym.policy"]),
        room("PodiumPolicy", ["PodiumCore", "PodiumPhrasebook", "CPolicy"]),
        room("PodiumEvaluation", ["PodiumCore", bigIntegers]),
        room("PodiumGym", ["PodiumCore", "PodiumPhrasebook", "PodiumSpecialists", "PodiumPolicy"]),
        room(
            "PodiumTraining",
            [
                "PodiumCore", "PodiumPhrasebook", "PodiumSpecialists", "PodiumPolicy", "PodiumGym",
                "PodiumEvaluation",
            ]
        ),
        room("PodiumStore", ["PodiumCore", grdb, sqlite]),
        room("PodiumConfiguration", ["PodiumCore", yams]),
        room(
            "PodiumStudio",
            [
                "PodiumCore", "PodiumEngine", "PodiumProviders", "PodiumPrices",
                "PodiumSpecialists", "PodiumPolicy", "PodiumPhrasebook", "PodiumEvaluation",
                "PodiumStore", "PodiumConfiguration", logging,
            ]
        ),
        room(
            "PodiumGateway",
            ["PodiumCore", "PodiumConfiguration", "PodiumStudio", "CCrypt", logging] + nio
        ),
        room("CellUI"),
        room("Markdown", ["CellUI", "CMarkGFM"]),
        room("Workbench", ["PodiumCore", "CellUI", "Markdown"]),
        room("CursesTerminal", ["CellUI", "CNcurses"]),
        room("PodiumTesting", ["PodiumCore", "CellUI"]),

        .executableTarget(
            name: "podium",
            dependencies: [
                "PodiumCore", "PodiumEngine", "PodiumProviders", "PodiumPrices", "PodiumPolicy",
                "PodiumPhrasebook", "PodiumSpecialists", "PodiumGym", "PodiumTraining",
                "PodiumEvaluation", "PodiumStore", "PodiumConfiguration", "PodiumStudio", "CellUI",
                "Markdown", "Workbench", "CursesTerminal", "PodiumGateway", arguments, logging,
            ],
            swiftSettings: settings
        ),
        .executableTarget(
            name: "podium-bench",
            dependencies: [
                "PodiumCore", "PodiumEngine", "PodiumProviders", "PodiumStore", "PodiumPhrasebook",
                "PodiumSpecialists", "PodiumPolicy", "PodiumGym", "PodiumStudio", "PodiumGateway",
                "CellUI", "Workbench", "CursesTerminal", "PodiumTesting", logging,
            ],
            path: "Benchmarks",
            exclude: ["Streams"],
            swiftSettings: settings
        ),

        tests("PodiumCore", ["PodiumCore", "PodiumTesting"], exclude: ["Golden"]),
        tests("PodiumEngine", ["PodiumCore", "PodiumEngine", "PodiumTesting"]),
        tests(
            "PodiumProviders",
            ["PodiumCore", "PodiumProviders", "PodiumTesting"],
            exclude: ["Cassettes"]
        ),
        tests("PodiumPrices", ["PodiumCore", "PodiumPrices"]),
        tests(
            "PodiumPhrasebook",
            ["PodiumCore", "PodiumPhrasebook", "PodiumSpecialists", "PodiumGym"]
        ),
        tests("PodiumSpecialists", ["PodiumCore", "PodiumPhrasebook", "PodiumSpecialists"]),
        tests("PodiumPolicy", ["PodiumCore", "PodiumPolicy", "PodiumSpecialists", "PodiumGym"]),
        tests("PodiumGym", ["PodiumCore", "PodiumPhrasebook", "PodiumGym", "PodiumSpecialists"]),
        tests(
            "PodiumTraining",
            [
                "PodiumCore", "PodiumPolicy", "PodiumGym", "PodiumSpecialists", "PodiumTraining",
                "PodiumEvaluation",
            ]
        ),
        tests("PodiumEvaluation", ["PodiumCore", "PodiumEvaluation"]),
        tests("PodiumStore", ["PodiumCore", "PodiumStore", "PodiumTesting", grdb]),
        tests("PodiumConfiguration", ["PodiumCore", "PodiumConfiguration"]),
        tests(
            "PodiumStudio",
            [
                "PodiumCore", "PodiumEngine", "PodiumEvaluation", "PodiumStore", "PodiumStudio",
                "PodiumTesting",
            ]
        ),
        tests(
            "PodiumGateway",
            [
                "PodiumCore", "PodiumConfiguration", "PodiumGateway", "PodiumStore",
                "PodiumStudio", "PodiumTesting",
            ] + nio
        ),
        tests("CellUI", ["CellUI", "PodiumTesting"]),
        tests("Markdown", ["CellUI", "Markdown"]),
        tests("CursesTerminal", ["CellUI", "CursesTerminal"]),
        tests(
            "Workbench",
            ["PodiumCore", "CellUI", "Markdown", "Workbench", "PodiumTesting"],
            exclude: ["Snapshots"]
        ),
        tests(
            "EndToEnd",
            ["PodiumCore", "PodiumPolicy", "PodiumGym", "PodiumTesting", "podium"],
            exclude: ["Clients"]
        ),
    ]
)

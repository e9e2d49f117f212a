internal import BigInt

/// A unit of measure with its exact factor to the base unit of its dimension.
struct Unit: Hashable, Sendable {
    enum Dimension: Hashable, Sendable {
        case length, mass, time, volume, area, speed, data, temperature
    }

    var name: String
    var dimension: Dimension
    /// One of this unit in base units.
    var factor: Rational
    /// What is added in base units after scaling; only temperatures have one.
    var offset = Rational(0)

    func toBase(_ value: Rational) -> Rational { value * factor + offset }

    func fromBase(_ value: Rational) -> Rational? { (value - offset).divided(by: factor) }

    /// Finds a unit by any of its names, in the singular or the plural.
    static func named(_ key: String) -> Unit? { table[key] }

    private static let table: [String: Unit] = {
        var table: [String: Unit] = [:]
        for row in rows {
            let names = row.names.split(separator: " ").map(String.init)
            guard let factor = Rational(BigInt(row.numerator), over: BigInt(row.denominator)) else {
                continue
            }
            let offset = Rational(BigInt(row.offset.0), over: BigInt(row.offset.1)) ?? Rational(0)
            let unit = Unit(
                name: names[0],
                dimension: row.dimension,
                factor: factor,
                offset: offset
            )
            for name in names { table[name] = unit }
        }
        return table
    }()

    private struct Row {
        var dimension: Dimension
        /// The first is the one that is shown.
        var names: String
        var numerator: Int
        var denominator = 1
        var offset = (0, 1)
    }

    /// Factors by definition: the international yard and pound (1959), the US liquid gallon, the
    /// SI and IEC prefixes. Base units: metre, gram, second, litre, square metre, metre a second,
    /// byte, kelvin.
    private static let rows: [Row] = [
        Row(dimension: .length, names: "m metre metres meter meters", numerator: 1),
        Row(
            dimension: .length,
            names: "km kilometre kilometres kilometer kilometers",
            numerator: 1000
        ),
        Row(
            dimension: .length,
            names: "cm centimetre centimetres centimeter centimeters",
            numerator: 1,
            denominator: 100
        ),
        Row(
            dimension: .length,
            names: "mm millimetre millimetres millimeter millimeters",
            numerator: 1,
            denominator: 1000
        ),
        Row(dimension: .length, names: "inches inch", numerator: 254, denominator: 10_000),
        Row(dimension: .length, names: "feet foot ft", numerator: 3048, denominator: 10_000),
        Row(dimension: .length, names: "yards yard yd", numerator: 9144, denominator: 10_000),
        Row(dimension: .length, names: "miles mile mi", numerator: 1_609_344, denominator: 1000),
        Row(dimension: .mass, names: "g gram grams gramme grammes", numerator: 1),
        Row(dimension: .mass, names: "kg kilogram kilograms kilo kilos", numerator: 1000),
        Row(dimension: .mass, names: "mg milligram milligrams", numerator: 1, denominator: 1000),
        Row(dimension: .mass, names: "tonnes tonne", numerator: 1_000_000),
        Row(
            dimension: .mass,
            names: "pounds pound lb lbs",
            numerator: 45_359_237,
            denominator: 100_000
        ),
        Row(
            dimension: .mass,
            names: "ounces ounce oz",
            numerator: 45_359_237,
            denominator: 1_600_000
        ),
        Row(dimension: .time, names: "seconds second sec s", numerator: 1),
        Row(
            dimension: .time,
            names: "milliseconds millisecond ms",
            numerator: 1,
            denominator: 1000
        ),
        Row(dimension: .time, names: "minutes minute min", numerator: 60),
        Row(dimension: .time, names: "hours hour h hr hrs", numerator: 3600),
        Row(dimension: .time, names: "days day", numerator: 86_400),
        Row(dimension: .time, names: "weeks week", numerator: 604_800),
        Row(dimension: .volume, names: "l litre litres liter liters", numerator: 1),
        Row(
            dimension: .volume,
            names: "ml millilitre millilitres milliliter milliliters",
            numerator: 1,
            denominator: 1000
        ),
        Row(
            dimension: .volume,
            names: "gallons gallon gal",
            numerator: 3_785_411_784,
            denominator: 1_000_000_000
        ),
        Row(
            dimension: .volume,
            names: "pints pint",
            numerator: 3_785_411_784,
            denominator: 8_000_000_000
        ),
        Row(dimension: .area, names: "hectares hectare ha", numerator: 10_000),
        Row(
            dimension: .area,
            names: "acres acre",
            numerator: 40_468_564_224,
            denominator: 10_000_000
        ),
        Row(dimension: .speed, names: "km/h kmh kph", numerator: 5, denominator: 18),
        Row(dimension: .speed, names: "m/s", numerator: 1),
        Row(dimension: .speed, names: "mph", numerator: 44_704, denominator: 100_000),
        Row(dimension: .data, names: "bytes byte b", numerator: 1),
        Row(dimension: .data, names: "bits bit", numerator: 1, denominator: 8),
        Row(dimension: .data, names: "kB kb kilobyte kilobytes", numerator: 1000),
        Row(dimension: .data, names: "MB mb megabyte megabytes", numerator: 1_000_000),
        Row(dimension: .data, names: "GB gb gigabyte gigabytes", numerator: 1_000_000_000),
        Row(dimension: .data, names: "TB tb terabyte terabytes", numerator: 1_000_000_000_000),
        Row(dimension: .data, names: "KiB kib kibibyte kibibytes", numerator: 1024),
        Row(dimension: .data, names: "MiB mib mebibyte mebibytes", numerator: 1_048_576),
        Row(dimension: .data, names: "GiB gib gibibyte gibibytes", numerator: 1_073_741_824),
        Row(dimension: .temperature, names: "K kelvin kelvins", numerator: 1),
        Row(
            dimension: .temperature,
            names: "°C celsius centigrade c",
            numerator: 1,
            offset: (27_315, 100)
        ),
        Row(
            dimension: .temperature,
            names: "°F fahrenheit f",
            numerator: 5,
            denominator: 9,
            offset: (45_967 * 5, 900)
        ),
    ]
}

/// A unit of measure with its exact factor to the base unit of its dimension.
public struct Unit: Hashable, Sendable {
    public enum Dimension: String, Hashable, Sendable {
        case length, mass, time, volume, area, speed, data, temperature
    }

    public var name: String
    public var dimension: Dimension
    /// One of this unit in base units.
    var factor: Rational
    /// What is added in base units after scaling; only temperatures have one.
    var offset = Rational(0)

    public func toBase(_ value: Rational) -> Rational { value * factor + offset }

    public func fromBase(_ value: Rational) -> Rational? { (value - offset).divided(by: factor) }

    /// Finds a unit by any of its names, in the singular or the plural.
    public static func named(_ key: String) -> Unit? { table[key] }

    /// Factors by definition: the international yard and pound (1959), the US liquid gallon, the
    /// SI and IEC prefixes. Base units: metre, gram, second, litre, square metre, metre a second,
    /// byte, kelvin. What is added follows a plus sign; the first name is the one that is shown.
    private static let rows = """
        length 1: m metre metres meter meters
        length 1000: km kilometre kilometres kilometer kilometers
        length 1/100: cm centimetre centimetres centimeter centimeters
        length 1/1000: mm millimetre millimetres millimeter millimeters
        length 254/10000: inches inch
        length 3048/10000: feet foot ft
        length 9144/10000: yards yard yd
        length 1609344/1000: miles mile mi
        mass 1: g gram grams gramme grammes
        mass 1000: kg kilogram kilograms kilo kilos
        mass 1/1000: mg milligram milligrams
        mass 1000000: tonnes tonne
        mass 45359237/100000: pounds pound lb lbs
        mass 45359237/1600000: ounces ounce oz
        time 1: seconds second sec s
        time 1/1000: milliseconds millisecond ms
        time 60: minutes minute min
        time 3600: hours hour h hr hrs
        time 86400: days day
        time 604800: weeks week
        volume 1: l litre litres liter liters
        volume 1/1000: ml millilitre millilitres milliliter milliliters
        volume 3785411784/1000000000: gallons gallon gal
        volume 3785411784/8000000000: pints pint
        area 10000: hectares hectare ha
        area 40468564224/10000000: acres acre
        speed 5/18: km/h kmh kph
        speed 1: m/s
        speed 44704/100000: mph
        data 1: bytes byte b
        data 1/8: bits bit
        data 1000: kB kb kilobyte kilobytes
        data 1000000: MB mb megabyte megabytes
        data 1000000000: GB gb gigabyte gigabytes
        data 1000000000000: TB tb terabyte terabytes
        data 1024: KiB kib kibibyte kibibytes
        data 1048576: MiB mib mebibyte mebibytes
        data 1073741824: GiB gib gibibyte gibibytes
        temperature 1: K kelvin kelvins
        temperature 1 +27315/100: °C celsius centigrade c
        temperature 5/9 +229835/900: °F fahrenheit f
        """

    private static let table: [String: Unit] = {
        var table: [String: Unit] = [:]
        for row in rows.split(separator: "\n") {
            let parts = row.split(separator: ":")
            let names = parts[1].split(separator: " ").map(String.init)
            let fields = parts[0].split(separator: " ").map { String($0) }
            guard let dimension = Dimension(rawValue: fields[0]),
                let factor = Rational(told: fields[1])
            else {
                fatalError("no such unit: \(row)")
            }
            var unit = Unit(name: names[0], dimension: dimension, factor: factor)
            if fields.count > 2 {
                unit.offset = Rational(told: String(fields[2].dropFirst())) ?? unit.offset
            }
            for name in names { table[name] = unit }
        }
        return table
    }()
}

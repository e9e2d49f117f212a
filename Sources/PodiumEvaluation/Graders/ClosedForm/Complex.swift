internal import Foundation

/// A complex number of two doubles: just what comparing formulas takes.
struct Complex {
    var real: Double
    var imaginary: Double

    init(_ real: Double, _ imaginary: Double = 0) {
        self.real = real
        self.imaginary = imaginary
    }

    init(length: Double, angle: Double) {
        self.init(length * cos(angle), length * sin(angle))
    }

    var length: Double { hypot(real, imaginary) }
    var angle: Double { atan2(imaginary, real) }
    var isFinite: Bool { real.isFinite && imaginary.isFinite }
    var isUndefined: Bool { real.isNaN || imaginary.isNaN }

    /// To about nine digits, which separates answers and forgives rounding.
    func isClose(to other: Complex) -> Bool {
        guard isFinite, other.isFinite else { return false }
        return (self - other).length <= 1e-9 * max(length, other.length) + 1e-13
    }

    static prefix func - (value: Complex) -> Complex { Complex(-value.real, -value.imaginary) }

    static func + (left: Complex, right: Complex) -> Complex {
        Complex(left.real + right.real, left.imaginary + right.imaginary)
    }

    static func - (left: Complex, right: Complex) -> Complex { left + -right }

    static func * (left: Complex, right: Complex) -> Complex {
        if left.imaginary == 0, right.imaginary == 0 { return Complex(left.real * right.real) }
        return Complex(
            left.real * right.real - left.imaginary * right.imaginary,
            left.real * right.imaginary + left.imaginary * right.real
        )
    }

    static func / (left: Complex, right: Complex) -> Complex {
        if left.imaginary == 0, right.imaginary == 0 { return Complex(left.real / right.real) }
        let size = right.real * right.real + right.imaginary * right.imaginary
        let product = left * Complex(right.real, -right.imaginary)
        return Complex(product.real / size, product.imaginary / size)
    }

    func raised(to exponent: Complex) -> Complex {
        if imaginary == 0, exponent.imaginary == 0 {
            let power = pow(real, exponent.real)
            if !power.isNaN { return Complex(power) }
        }
        guard length > 0 else { return Complex(exponent.real > 0 ? 0 : .nan) }
        return (exponent * logarithm).exponential
    }

    func root(_ degree: Int) -> Complex {
        if imaginary == 0, real < 0, !degree.isMultiple(of: 2) {
            return Complex(-pow(-real, 1 / Double(degree)))
        }
        return Complex(length: pow(length, 1 / Double(degree)), angle: angle / Double(degree))
    }

    var logarithm: Complex { Complex(log(length), angle) }

    var exponential: Complex {
        imaginary == 0 ? Complex(exp(real)) : Complex(length: exp(real), angle: imaginary)
    }
}

extension FunctionName {
    func value(of argument: Complex) -> Complex {
        // Beyond exp, log and abs no answer needs a complex argument.
        switch self {
        case .exp: return argument.exponential
        case .ln, .log: return argument.logarithm
        case .abs: return Complex(argument.length)
        default: break
        }
        guard argument.imaginary.magnitude < 1e-12 else { return Complex(.nan) }
        let x = argument.real
        let value: Double =
            switch self {
            case .sin: Foundation.sin(x)
            case .cos: Foundation.cos(x)
            case .tan: Foundation.tan(x)
            case .cot: 1 / Foundation.tan(x)
            case .sec: 1 / Foundation.cos(x)
            case .csc: 1 / Foundation.sin(x)
            case .arcsin: asin(x)
            case .arccos: acos(x)
            case .arctan: atan(x)
            case .sinh: Foundation.sinh(x)
            case .cosh: Foundation.cosh(x)
            case .tanh: Foundation.tanh(x)
            case .floor: x.rounded(.down)
            case .ceil: x.rounded(.up)
            case .factorial: x >= 0 && x == x.rounded() ? tgamma(x + 1) : .nan
            case .exp, .ln, .log, .abs: .nan
            }
        return Complex(value)
    }
}

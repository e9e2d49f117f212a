import CellUI
import Foundation

/// How a person sees colours, by the matrices of complete deficiency in Machado, Oliveira and
/// Fernandes, "A Physiologically-based Model for Simulation of Color Vision Deficiency" (2009),
/// which take linear RGB.
enum ColorVision: CaseIterable {
    case usual, protanopia, deuteranopia, tritanopia

    private var matrix: [[Double]] {
        switch self {
        case .usual: [[1, 0, 0], [0, 1, 0], [0, 0, 1]]
        case .protanopia:
            [
                [0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216],
                [-0.003882, -0.048116, 1.051998],
            ]
        case .deuteranopia:
            [
                [0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413],
                [-0.011820, 0.042940, 0.968881],
            ]
        case .tritanopia:
            [
                [1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602],
                [0.004733, 0.691367, 0.303900],
            ]
        }
    }

    /// How far apart two colours are seen: CIE 1976 ΔE*ab, for white at D65.
    func difference(_ first: RGB, _ second: RGB) -> Double {
        zip(lab(first), lab(second)).reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) }.squareRoot()
    }

    /// CIE 1976 L*a*b* of what is seen.
    private func lab(_ color: RGB) -> [Double] {
        let seen = Self.product(matrix, Self.linear(color)).map { min(max(0, $0), 1) }
        let white = [0.95047, 1, 1.08883]
        let ratios = zip(Self.product(Self.xyz, seen), white).map { Self.compressed($0 / $1) }
        return [
            116 * ratios[1] - 16, 500 * (ratios[0] - ratios[1]), 200 * (ratios[1] - ratios[2]),
        ]
    }

    /// From linear sRGB: IEC 61966-2-1.
    private static let xyz = [
        [0.4124564, 0.3575761, 0.1804375], [0.2126729, 0.7151522, 0.0721750],
        [0.0193339, 0.1191920, 0.9503041],
    ]

    private static func linear(_ color: RGB) -> [Double] {
        [color.red, color.green, color.blue].map { component in
            let value = Double(component) / 255
            return value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4)
        }
    }

    private static func compressed(_ ratio: Double) -> Double {
        let knee = 6.0 / 29
        return ratio > knee * knee * knee ? cbrt(ratio) : ratio / (3 * knee * knee) + 4.0 / 29
    }

    private static func product(_ matrix: [[Double]], _ vector: [Double]) -> [Double] {
        matrix.map { row in zip(row, vector).reduce(0) { $0 + $1.0 * $1.1 } }
    }
}

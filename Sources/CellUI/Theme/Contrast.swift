internal import Glibc

/// The relative luminance of a colour, from 0 (black) to 1 (white): WCAG 2.2, section
/// "relative luminance".
public func relativeLuminance(_ color: RGB) -> Double {
    func linear(_ component: UInt8) -> Double {
        let value = Double(component) / 255
        return value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4)
    }
    return 0.2126 * linear(color.red) + 0.7152 * linear(color.green) + 0.0722 * linear(color.blue)
}

/// The contrast of two colours, from 1 to 21: WCAG 2.2, section "contrast ratio".
public func contrastRatio(_ first: RGB, _ second: RGB) -> Double {
    let (one, other) = (relativeLuminance(first), relativeLuminance(second))
    return (max(one, other) + 0.05) / (min(one, other) + 0.05)
}

/// What text needs against its background: WCAG 2.2, success criterion 1.4.3 (level AA).
public let textContrast = 4.5

/// What text has against its background in a theme of high contrast: WCAG 2.2, success criterion
/// 1.4.6 (level AAA).
public let enhancedTextContrast = 7.0

extension RGB {
    /// The colour, moved towards white or black no further than it must for that contrast. When
    /// no colour reaches it against this background, the nearer of white and black that has more.
    public func adjusted(toContrast ratio: Double = textContrast, against background: RGB) -> RGB {
        guard contrastRatio(self, background) < ratio else { return self }
        let white = RGB(255, 255, 255)
        let black = RGB(0, 0, 0)
        let goal =
            contrastRatio(white, background) >= contrastRatio(black, background) ? white : black
        for step in 1...50 {
            let candidate = mixed(with: goal, amount: Double(step) / 50)
            if contrastRatio(candidate, background) >= ratio { return candidate }
        }
        return goal
    }
}

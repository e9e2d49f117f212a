import CellUI
import PodiumTesting
import Testing

/// Every screen in every bundled theme: roles are worked out, not recorded.
struct ScreenThemeTests {
    private static let size = Size(width: 80, height: 24)
    private static let texts = RecordedView.all.map { $0.draw(size).text }

    /// The styles on a screen, each with the text that bears it; blanks left out.
    private func styles(_ buffer: CellBuffer) -> [Style: String] {
        var styles: [Style: String] = [:]
        for y in 0..<buffer.size.height {
            for x in 0..<buffer.size.width where !buffer[x, y].isBlank {
                styles[buffer[x, y].style, default: ""] += buffer[x, y].text
            }
        }
        return styles
    }

    private func expectRoles(of theme: Theme) {
        let colors = theme.colors
        for (view, text) in zip(RecordedView.all, Self.texts) {
            let buffer = view.draw(Self.size, theme: theme)
            #expect(buffer.text == text, "\(view.name)")
            let styles = styles(buffer)
            for (style, text) in styles {
                #expect(
                    colors.contains(style.foreground) && colors.contains(style.background),
                    "\(view.name): \(text)"
                )
                // Frames and bars bear no text.
                guard text.contains(where: { $0.isLetter || $0.isNumber }),
                    let ink = style.foreground.appearance,
                    let ground = style.background.appearance
                else { continue }
                let ratio = contrastRatio(ink, ground)
                #expect(ratio >= textContrast, "\(view.name), \(ratio): \(text)")
            }
            guard view.kind == .session else { continue }
            let focused = styles.filter { $0.value.contains("┏") }.keys
            let others = styles.filter { $0.value.contains("╭") }.keys
            #expect(focused.count == 1, "\(view.name)")
            #expect(Set(focused).isDisjoint(with: others), "\(view.name)")
        }
    }

    @Test(arguments: BundledThemes.names, [ColorDepth.trueColor, .indexed256])
    func `in every theme text can be read, and only colours of roles are used`(
        name: String,
        depth: ColorDepth
    ) throws {
        expectRoles(of: Theme(scheme: try BundledThemes.scheme(name), depth: depth))
    }

    @Test(arguments: [Base16Scheme.podiumDark, .podiumLight], [ColorDepth.ansi16, .ansi8, .none])
    func `with few colours or none the same is drawn`(scheme: Base16Scheme, depth: ColorDepth) {
        expectRoles(of: Theme(scheme: scheme, depth: depth))
    }
}

extension Theme {
    /// All colours that any role has.
    fileprivate var colors: Set<Color> {
        let styles = textStyles.map(\.style) + [background, border, gaugeTrack]
        return Set(styles.flatMap { [$0.foreground, $0.background] })
    }
}

/// What goes into one cell, or into one and its continuation.
struct Glyph: Equatable {
    var text: String
    /// 1 or 2 columns.
    var width: Int
}

extension GraphemeScanner {
    /// The glyphs that show a cluster that is not a plain scalar.
    ///
    /// Emoji sequences and flags are one glyph two columns wide. Other clusters with several
    /// spacing scalars (conjuncts of Indic scripts, Thai sara am) become one glyph a spacing
    /// scalar, as every terminal counts them. Controls become marks. What has no width and
    /// nothing to sit on is left out.
    func glyphs(of grapheme: Grapheme, policy: WidthPolicy) -> [Glyph] {
        CellUI.glyphs(of: string(of: grapheme), policy: policy)
    }
}

func glyphs(of cluster: String, policy: WidthPolicy) -> [Glyph] {
    let scalars = cluster.unicodeScalars
    guard let first = scalars.first else { return [] }
    if mark(for: first) != nil {
        return spacingGlyphs(scalars, policy: policy)
    }
    if scalars.count == 1 {
        let width = first.columns(policy: policy)
        return width == 0 ? [] : [Glyph(text: cluster, width: width)]
    }
    if first.isRegionalIndicator { return [Glyph(text: cluster, width: 2)] }
    if let width = emojiWidth(scalars, first: first, policy: policy) {
        return [Glyph(text: cluster, width: width)]
    }
    return spacingGlyphs(scalars, policy: policy)
}

/// The width of an emoji sequence (modifier, joiner, presentation selector, flag of a region),
/// or nil when the cluster is none.
private func emojiWidth(
    _ scalars: String.UnicodeScalarView,
    first: Unicode.Scalar,
    policy: WidthPolicy
) -> Int? {
    guard first.properties.isEmoji else { return nil }
    var joined = false
    var wide = first.columns(policy: policy) == 2
    var previousIsJoiner = false
    for scalar in scalars.dropFirst() {
        switch scalar.value {
        case 0xFE0F:
            joined = true
            wide = wide || policy.emojiPresentationIsWide
        case 0x200D, 0xFE0E, 0x20E3:
            joined = true
        case _ where scalar.isEmojiModifier || previousIsJoiner:
            joined = true
            wide = true
        case _ where scalar.isTag && first.value == 0x1F3F4:
            joined = true
        case _ where scalar.columns(policy: policy) == 0 && !scalar.isTag:
            break
        default:
            return nil
        }
        previousIsJoiner = scalar.value == 0x200D
    }
    return joined ? (wide ? 2 : 1) : nil
}

/// One glyph a spacing scalar, with the marks that follow it.
private func spacingGlyphs(
    _ scalars: String.UnicodeScalarView,
    policy: WidthPolicy
) -> [Glyph] {
    var glyphs: [Glyph] = []
    for scalar in scalars {
        if let mark = mark(for: scalar) {
            glyphs += mark.map { Glyph(text: String($0), width: 1) }
            continue
        }
        let width = scalar.columns(policy: policy)
        if width > 0 {
            glyphs.append(Glyph(text: String(scalar), width: width))
        } else if !glyphs.isEmpty {
            glyphs[glyphs.count - 1].text.unicodeScalars.append(scalar)
        }
    }
    return glyphs
}

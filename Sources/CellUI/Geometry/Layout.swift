/// How much of a line of rectangles one of them takes.
public enum Track: Hashable, Sendable {
    /// That many cells, as long as there are so many.
    case fixed(Int)
    /// A share of what the fixed tracks leave, in proportion to the weight, and never less than
    /// the minimum while the space lasts.
    case flex(Int, minimum: Int = 0)

    /// An equal share.
    public static let flexible = Track.flex(1)
}

/// Divides `rect` along `axis` into one rectangle a track.
///
/// The rectangles and the `spacing` cells between them tile `rect` exactly: when no track is
/// flexible the last one takes what is left over, and when space is short the first tracks are
/// served first.
public func layout(
    _ tracks: [Track],
    in rect: Rect,
    axis: Axis,
    spacing: Int = 0
) -> [Rect] {
    let length = axis == .horizontal ? rect.width : rect.height
    let gaps = max(0, tracks.count - 1)
    let gap = gaps == 0 ? 0 : min(max(0, spacing), length / gaps)
    var offset = 0
    return trackLengths(tracks, total: length - gap * gaps).map { extent in
        defer { offset += extent + gap }
        switch axis {
        case .horizontal:
            return Rect(x: rect.x + offset, y: rect.y, width: extent, height: rect.height)
        case .vertical:
            return Rect(x: rect.x, y: rect.y + offset, width: rect.width, height: extent)
        }
    }
}

/// The length of each track; their sum is `total`.
func trackLengths(_ tracks: [Track], total: Int) -> [Int] {
    let (minimums, weights) = tracks.reduce(into: ([Int](), [Int]())) { result, track in
        switch track {
        case .fixed(let length):
            result.0.append(max(0, length))
            result.1.append(0)
        case .flex(let weight, let minimum):
            result.0.append(max(0, minimum))
            result.1.append(min(max(1, weight), 1 << 20))
        }
    }
    var remaining = total
    var lengths = minimums.map { minimum in
        defer { remaining -= min(minimum, remaining) }
        return min(minimum, remaining)
    }
    guard remaining > 0, !lengths.isEmpty else { return lengths }

    // A track whose share falls below its minimum keeps the minimum, and the others share anew.
    var sharing = weights.indices.filter { weights[$0] > 0 }
    guard !sharing.isEmpty else {
        lengths[lengths.count - 1] += remaining
        return lengths
    }
    while true {
        let space = remaining + sharing.reduce(0) { $0 + lengths[$1] }
        let weight = sharing.reduce(0) { $0 + weights[$1] }
        let tooSmall = sharing.filter { space * weights[$0] / weight < minimums[$0] }
        if tooSmall.isEmpty || tooSmall.count == sharing.count {
            return distribute(space, over: sharing, weights: weights, into: lengths)
        }
        sharing.removeAll { tooSmall.contains($0) }
    }
}

/// Gives `space` to the chosen tracks by weight; rounding never loses or invents a cell.
private func distribute(
    _ space: Int,
    over chosen: [Int],
    weights: [Int],
    into lengths: [Int]
) -> [Int] {
    var lengths = lengths
    let total = chosen.reduce(0) { $0 + weights[$1] }
    var weightSoFar = 0
    for index in chosen {
        let start = space * weightSoFar / total
        weightSoFar += weights[index]
        lengths[index] = space * weightSoFar / total - start
    }
    return lengths
}

namespace SupportPlatform.Extraction;

/// <summary>A line of words on a page. Places are in points from the page's upper left corner.</summary>
/// <param name="Text">Its words.</param>
/// <param name="Left">Where it begins.</param>
/// <param name="Top">Its upper edge.</param>
/// <param name="Right">Where it ends.</param>
/// <param name="Bottom">Its lower edge.</param>
/// <param name="Size">The height that most of its letters have, in points.</param>
/// <param name="Flow">The number of its run of blocks, such as a column.</param>
/// <param name="Block">The number of its block.</param>
internal sealed record PdfLine(string Text, double Left, double Top, double Right, double Bottom, double Size, int Flow, int Block)
{
    /// <summary>Whether another line stands beside this one, at the same height.</summary>
    public bool IsBeside(PdfLine other) =>
        Math.Min(Bottom, other.Bottom) - Math.Max(Top, other.Top) >= Math.Min(Bottom - Top, other.Bottom - other.Top) / 2
        && (other.Left >= Right || other.Right <= Left);
}

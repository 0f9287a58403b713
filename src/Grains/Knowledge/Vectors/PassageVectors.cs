using System.Collections.Immutable;

namespace SupportPlatform.Knowledge;

/// <summary>The vectors of a store's passages and instructions, by the digest of what they were made of.</summary>
/// <param name="ByDigest">Vectors of unit length; see <see cref="DigestOf(Passage)"/>.</param>
internal sealed record PassageVectors(ImmutableDictionary<string, float[]> ByDigest)
{
    /// <summary>No vectors.</summary>
    public static PassageVectors None { get; } = new(ImmutableDictionary<string, float[]>.Empty);

    /// <summary>What a passage's vector is made of: the passage with its title and the headings above it; of an entry, the ways to ask.</summary>
    public static string TextOf(Passage passage) =>
        passage.IsFaq ? string.Join('\n', passage.Phrasings) : $"{passage.Title}\n{passage.Section}\n{passage.Text}";

    /// <summary>By what a passage's vector is kept.</summary>
    public static string DigestOf(Passage passage) => Digest.Of(TextOf(passage));

    /// <summary>By what an instruction's vector is kept, which is made of its text.</summary>
    public static string DigestOf(Instruction instruction) => Digest.Of(instruction.Entry.Text);
}

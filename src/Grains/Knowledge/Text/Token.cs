namespace SupportPlatform.Knowledge;

/// <summary>A word of a text as the index knows it.</summary>
/// <param name="Term">Folded and stemmed.</param>
/// <param name="Raw">As it is written.</param>
/// <param name="IsStop">Whether it is too common to tell passages apart.</param>
/// <param name="StartsSentence">Whether it is a sentence's first word.</param>
internal readonly record struct Token(string Term, string Raw, bool IsStop, bool StartsSentence)
{
    /// <summary>Whether it is written as names are: with a capital or with digits among its letters.</summary>
    public bool LooksLikeName =>
        (char.IsUpper(Raw[0]) && !StartsSentence) ||
        (Raw.Length > 2 && Raw.All(char.IsUpper)) || (Raw.Any(char.IsDigit) && Raw.Any(char.IsUpper));
}

using System.Text.RegularExpressions;

namespace SupportPlatform.Extraction;

/// <summary>Finds files whose readable text is only a notice that the real text is locked, or needs another program.</summary>
internal static partial class RightsProtection
{
    private const int LongestNotice = 1_500;
    private const int MostPages = 2;

    /// <summary>Refuses a file that wraps an encrypted one, or says nothing but that it cannot be shown.</summary>
    /// <param name="bytes">The file.</param>
    /// <param name="text">Its text.</param>
    /// <param name="pages">How many pages it has.</param>
    /// <exception cref="RejectedFileException">It is such a file.</exception>
    public static void Check(ReadOnlySpan<byte> bytes, string text, int pages)
    {
        // The wrapper of an encrypted document (ISO 32000-2, 7.6.7), and the filter of Microsoft's rights management.
        var wraps = bytes.IndexOf("/EncryptedPayload"u8) >= 0 || bytes.IndexOf("MicrosoftIRMServices"u8) >= 0;
        if (wraps || (pages <= MostPages && IsNotice(text)))
            throw new RejectedFileException("rights_protected", "The file only holds a notice that its content is protected or needs another program. Export it without protection and upload it again.");
    }

    /// <summary>Whether a short text says that a file is protected, and that another program is needed to see it.</summary>
    public static bool IsNotice(string text)
    {
        if (text.Length is 0 or > LongestNotice) return false;
        return PleaseWait().IsMatch(text) || (Locked().IsMatch(text) && Program().IsMatch(text));
    }

    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    [GeneratedRegex(@"\b(pdf|file|document|message|content|datei|dokument|fichier|document|archivo|documento|file|bestand)\b[^.!?]{0,60}\b(protected|encrypted|rights.managed|geschützt|verschlüsselt|protégée?|chiffrée?|protegid[oa]|cifrad[oa]|protett[oa]|beveiligd)\b", Options, 1_000)]
    private static partial Regex Locked();

    [GeneratedRegex(@"\b(reader|viewer|app|acrobat|adobe|rights management|information protection|betrachter|leseprogramm|lecteur|visionneuse|lector|visor|visualizador|leitor|lettore)\b", Options, 1_000)]
    private static partial Regex Program();

    // The page that stands for a dynamic form in viewers that do not know such forms.
    [GeneratedRegex(@"please wait\.\.\..{0,300}(pdf viewer|adobe)", Options | RegexOptions.Singleline, 1_000)]
    private static partial Regex PleaseWait();
}

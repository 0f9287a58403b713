namespace SupportPlatform.Accounts;

/// <summary>The secrets of second factors, as the database keeps them.</summary>
internal sealed class TotpSecrets(ISecretProtector protector)
{
    /// <summary>What the database keeps of a secret.</summary>
    public byte[] Protect(byte[] secret) => protector.Protect(secret);

    /// <summary>The secret of what is kept.</summary>
    public byte[] Read(byte[] kept) => IsProtected(kept) ? protector.Unprotect(kept) : kept;

    /// <summary>Whether a kept secret is protected; those of earlier versions are the secret itself. What is protected is longer than its secret.</summary>
    public static bool IsProtected(byte[] kept) => kept.Length > TotpRules.SecretLength;
}

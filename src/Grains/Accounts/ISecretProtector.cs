namespace SupportPlatform.Accounts;

/// <summary>Keeps secrets that are needed as they are from whoever reads the database alone; the host has the keys.</summary>
internal interface ISecretProtector
{
    /// <summary>What the database keeps of a secret.</summary>
    byte[] Protect(byte[] secret);

    /// <summary>The secret again.</summary>
    /// <exception cref="System.Security.Cryptography.CryptographicException">Its key is not among the host's.</exception>
    byte[] Unprotect(byte[] kept);
}

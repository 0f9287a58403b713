using System.Security.Cryptography;

namespace SupportPlatform.Accounts;

/// <summary>The secrets of second factors, as the database keeps them.</summary>
internal sealed class TotpSecrets(ISecretProtector protector)
{
    /// <summary>What the database keeps of a secret.</summary>
    public byte[] Protect(byte[] secret) => protector.Protect(secret);

    /// <summary>The secret of what is kept.</summary>
    /// <exception cref="SupportException"><see cref="ProblemCodes.StorageUnavailable"/>: this silo lacks the key.</exception>
    public byte[] Read(byte[] kept)
    {
        try
        {
            return IsProtected(kept) ? protector.Unprotect(kept) : kept;
        }
        catch (CryptographicException)
        {
            throw new SupportException(
                ProblemCodes.StorageUnavailable, "The second factor cannot be checked here: silos that serve together share the folder Accounts:KeysFolder.");
        }
    }

    /// <summary>Whether a kept secret is protected; those of earlier versions are the secret itself. What is protected is longer than its secret.</summary>
    public static bool IsProtected(byte[] kept) => kept.Length > TotpRules.SecretLength;
}

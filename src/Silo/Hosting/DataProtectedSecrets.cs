using Microsoft.AspNetCore.DataProtection;
using SupportPlatform.Accounts;

namespace SupportPlatform.Hosting;

/// <summary>Protects secrets by the framework's data protection, whose keys are files of this silo or of those that serve together.</summary>
internal sealed class DataProtectedSecrets(IDataProtectionProvider protection) : ISecretProtector
{
    private readonly IDataProtector _protector = protection.CreateProtector("SupportPlatform.Accounts.TwoFactor");

    /// <inheritdoc/>
    public byte[] Protect(byte[] secret) => _protector.Protect(secret);

    /// <inheritdoc/>
    public byte[] Unprotect(byte[] kept) => _protector.Unprotect(kept);

    /// <summary>Adds it, with the folder of its keys.</summary>
    public static void Add(WebApplicationBuilder builder, string folder)
    {
        // As for the administration key: nobody but the silo's account reads them.
        if (OperatingSystem.IsWindows()) Directory.CreateDirectory(folder);
        else Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        builder.Services.AddDataProtection().SetApplicationName("SupportPlatform").PersistKeysToFileSystem(new DirectoryInfo(folder));
        builder.Services.AddSingleton<ISecretProtector, DataProtectedSecrets>();

        // It warns at each start that the files are not encrypted, which is what their folder is closed for.
        builder.Logging.AddFilter("Microsoft.AspNetCore.DataProtection.KeyManagement.XmlKeyManager", LogLevel.Error);
    }
}

using System.Security.Cryptography;

namespace SupportPlatform.Hosting;

/// <summary>
/// The first administration key. Where none is configured, one is made at the first start and kept in the data
/// folder, readable by its owner alone. Silos that serve together are given one by configuration.
/// </summary>
internal static class AdminKey
{
    private const string Setting = "Admin:ApiKey";

    /// <summary>Puts the key into the configuration.</summary>
    public static void Ensure(ConfigurationManager configuration, string dataFolder)
    {
        if (configuration[Setting] is { Length: > 0 }) return;
        Directory.CreateDirectory(dataFolder);
        var path = Path.Combine(dataFolder, "admin.key");
        if (!File.Exists(path)) Make(path);
        configuration[Setting] = File.ReadAllText(path).Trim();
    }

    private static void Make(string path)
    {
        // Written aside and moved into place, so that silos that start at once on one folder all read one whole key.
        var draft = $"{path}.{Environment.ProcessId}";
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using (var writer = new StreamWriter(draft, options)) writer.Write(Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32)));
        try
        {
            File.Move(draft, path, overwrite: false);
        }
        catch (IOException) when (File.Exists(path))
        {
            File.Delete(draft);
        }
    }
}

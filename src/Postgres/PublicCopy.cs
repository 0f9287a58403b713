using System.Security.Cryptography;
using System.Text;

namespace SupportPlatform.Postgres;

/// <summary>
/// Places below <c>/var/lib/support-platform</c>, for a silo that runs as root out of a folder that other accounts cannot
/// enter (root's home, say): PostgreSQL, under its own account, could reach neither its binaries nor its data there.
/// </summary>
internal static class PublicCopy
{
    private const string Root = "/var/lib/support-platform";

    /// <summary>A place of its own for a data folder's database; a new one with each call.</summary>
    public static string NewFolder() => Path.Combine(Root, Guid.NewGuid().ToString("N"));

    /// <summary>The copy of a server's binaries, made when it is not there yet; returns its bin folder.</summary>
    public static async Task<string> Of(string bin, CancellationToken cancellationToken)
    {
        // The libraries are beside the binaries, so their common folder is copied. Another build's are another copy.
        var source = Path.GetDirectoryName(bin)!;
        var stamp = $"{source}|{File.GetLastWriteTimeUtc(Path.Combine(bin, "postgres")).Ticks}";
        var name = "binaries-" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(stamp)))[..16];
        var target = Path.Combine(Root, name);
        if (!Directory.Exists(target))
        {
            var half = Path.Combine(Root, $"{name}.{Environment.ProcessId}");
            Directory.CreateDirectory(Root);
            var copy = await ServerCommand.Run("cp", ["-RP", source, half], null, cancellationToken);
            if (copy.ExitCode != 0)
                throw new PostgresStartException($"PostgreSQL cannot be copied from {source} to {Root}: {copy.Output}");
            await ServerCommand.Run("chmod", ["-R", "go+rX", half], null, cancellationToken);
            if (!Directory.Exists(target)) Directory.Move(half, target);
        }

        return Path.Combine(target, Path.GetFileName(bin));
    }
}

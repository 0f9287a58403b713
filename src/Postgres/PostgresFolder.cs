using System.Security.Cryptography;

namespace SupportPlatform.Postgres;

/// <summary>Where the private database of a data folder is, and its password.</summary>
/// <param name="Home">
/// The folder that belongs to the server's account: <c>data</c> (the cluster), <c>server.log</c>, <c>port</c>.
/// </param>
/// <param name="Password">The database user's password.</param>
internal sealed record PostgresFolder(string Home, string Password)
{
    // pg_ctl hands paths to a shell in double quotes.
    private static readonly System.Buffers.SearchValues<char> NotForShell = System.Buffers.SearchValues.Create("\"$`\\\n");

    /// <summary>The cluster.</summary>
    public string Cluster => Path.Combine(Home, "data");

    /// <summary>The server's log.</summary>
    public string Log => Path.Combine(Home, "server.log");

    /// <summary>The cluster's major version, or null when there is no cluster yet.</summary>
    public int? MajorVersion
    {
        get
        {
            var path = Path.Combine(Cluster, "PG_VERSION");
            return File.Exists(path)
                ? int.Parse(File.ReadAllText(path).Split('.')[0], System.Globalization.CultureInfo.InvariantCulture)
                : null;
        }
    }

    /// <summary>Finds or makes the folder and the password.</summary>
    /// <exception cref="PostgresStartException">The path cannot be used, or the password of existing data is lost.</exception>
    public static async Task<PostgresFolder> Open(
        string dataFolder, ServerAccount account, Action<string>? progress, CancellationToken cancellationToken)
    {
        var home = await Locate(dataFolder, account, progress, cancellationToken);
        if (!OperatingSystem.IsWindows() && home.AsSpan().ContainsAny(NotForShell))
            throw new PostgresStartException($"The path {home} has a character that PostgreSQL's pg_ctl cannot take (\" $ ` \\).");
        if (!Directory.Exists(home))
        {
            MakePrivate(home);
            await account.Own(home, cancellationToken);
        }

        var passwordFile = Path.Combine(dataFolder, "postgres.password");
        if (File.Exists(passwordFile))
            return new PostgresFolder(home, (await File.ReadAllTextAsync(passwordFile, cancellationToken)).Trim());
        if (Directory.Exists(Path.Combine(home, "data")))
        {
            throw new PostgresStartException(
                $"The password of the database in {home} is missing: put back {passwordFile}, or remove {home} to begin anew.");
        }

        var password = RandomNumberGenerator.GetHexString(48, lowercase: true);
        await WritePrivate(passwordFile, password, cancellationToken);
        return new PostgresFolder(home, password);
    }

    /// <summary>Writes a file that only its owner can read.</summary>
    public static async Task WritePrivate(string path, string text, CancellationToken cancellationToken)
    {
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        await using var writer = new StreamWriter(path, options);
        await writer.WriteAsync(text.AsMemory(), cancellationToken);
    }

    private static async Task<string> Locate(
        string dataFolder, ServerAccount account, Action<string>? progress, CancellationToken cancellationToken)
    {
        var location = Path.Combine(dataFolder, "postgres.location");
        if (File.Exists(location)) return (await File.ReadAllTextAsync(location, cancellationToken)).Trim();
        var usual = Path.Combine(dataFolder, "postgres");
        if (Directory.Exists(usual) || await account.Reaches(dataFolder, cancellationToken)) return usual;
        if (!OperatingSystem.IsWindows() && await account.Reaches(Path.GetDirectoryName(dataFolder) ?? "/", cancellationToken))
        {
            // Only the data folder itself is closed. Passing through it shows nothing of what is in it.
            File.SetUnixFileMode(dataFolder, File.GetUnixFileMode(dataFolder) | UnixFileMode.OtherExecute);
            return usual;
        }

        var elsewhere = PublicCopy.NewFolder();
        progress?.Invoke(
            $"The account {account.Name} that runs PostgreSQL cannot enter {dataFolder}, so the database is in {elsewhere}");
        await File.WriteAllTextAsync(location, elsewhere, cancellationToken);
        return elsewhere;
    }

    private static void MakePrivate(string folder)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(folder);
            return;
        }

        Directory.CreateDirectory(Path.GetDirectoryName(folder)!);
        Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }
}

namespace SupportPlatform.Postgres;

/// <summary>
/// The account that the server runs under: the silo's own, or, since PostgreSQL refuses root, an unprivileged one where
/// the silo runs as root.
/// </summary>
internal sealed class ServerAccount
{
    private ServerAccount(string? name) => Name = name;

    /// <summary>The account's name; null: the silo's own.</summary>
    public string? Name { get; }

    /// <summary>The account for this process: as root <c>postgres</c> where the machine has it, else <c>nobody</c>.</summary>
    /// <exception cref="PostgresStartException">The machine has neither.</exception>
    public static ServerAccount Find()
    {
        if (OperatingSystem.IsWindows() || !Environment.IsPrivilegedProcess) return new ServerAccount(null);
        var accounts = File.ReadLines("/etc/passwd").Select(line => line.Split(':')[0]).ToHashSet();
        var name = Array.Find(["postgres", "nobody"], accounts.Contains);
        return new ServerAccount(name ?? throw new PostgresStartException(
            "PostgreSQL does not run as root, and there is no account postgres or nobody. Run the silo under another account."));
    }

    /// <summary>Gives a folder and all in it to the account.</summary>
    public async Task Own(string folder, CancellationToken cancellationToken)
    {
        if (Name is null) return;
        var chown = await ServerCommand.Run("chown", ["-R", $"{Name}:", folder], null, cancellationToken);
        if (chown.ExitCode != 0) throw new PostgresStartException($"The folder {folder} cannot be given to {Name}: {chown.Output}");
    }

    /// <summary>Whether the account gets to a file or folder; a folder above that is closed to it is in the way.</summary>
    public async Task<bool> Reaches(string path, CancellationToken cancellationToken)
    {
        if (Name is null) return true;
        var test = await ServerCommand.Run("/bin/sh", ["-c", "test -x \"$1\"", "sh", path], this, cancellationToken, "/");
        return test.ExitCode == 0;
    }
}

namespace SupportPlatform.Accounts;

/// <summary>An account as the database has it.</summary>
/// <param name="PasswordHash">The password's hash.</param>
/// <param name="Generation">How often the password was changed.</param>
/// <param name="TotpSecret">The second factor's secret, where there is one.</param>
/// <param name="PreparedSecret">The secret of a second factor that was not turned on yet.</param>
internal sealed record StoredAccount(string PasswordHash, long Generation, byte[]? TotpSecret, byte[]? PreparedSecret);

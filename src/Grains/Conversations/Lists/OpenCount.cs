using Npgsql;

namespace SupportPlatform.Conversations;

/// <summary>How many conversations that are not resolved are alike.</summary>
/// <param name="Status">Where they stand.</param>
/// <param name="Agent">Who has the floor.</param>
/// <param name="Desk">Whose queue they wait in.</param>
/// <param name="IsSnoozed">Whether they are put aside.</param>
/// <param name="Mentioned">Whom notes named.</param>
/// <param name="Conversations">How many.</param>
internal sealed record OpenCount(ConversationStatus Status, string? Agent, string? Desk, bool IsSnoozed, string[] Mentioned, int Conversations)
{
    /// <summary>Reads a row.</summary>
    public static OpenCount Read(NpgsqlDataReader reader) => new(
        WireStatus.Parse(reader.GetString(0)),
        reader.Text(1),
        reader.Text(2),
        reader.GetBoolean(3),
        reader.IsDBNull(4) ? [] : reader.GetFieldValue<string[]>(4),
        (int)reader.GetInt64(5));
}

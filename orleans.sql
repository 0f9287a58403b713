-- The database of SupportPlatform: idempotent, for an empty or an older database (PostgreSQL 14 or newer).
-- By hand: psql -1 -v ON_ERROR_STOP=1 -f orleans.sql

-- ---------------------------------------------------------------------------------------------------------------------
-- What Orleans' ADO.NET providers (clustering and grain storage, 10.4) need. They read their statements from
-- orleansquery, bind parameters by name and read columns by name, so those names are Orleans'; the statements are ours.
-- Each changes all or nothing by being a single statement, wherever more than one row is concerned.
-- ---------------------------------------------------------------------------------------------------------------------

CREATE TABLE IF NOT EXISTS orleansquery (
    querykey varchar(64) NOT NULL,
    querytext varchar(8000) NOT NULL,
    CONSTRAINT orleansquery_key PRIMARY KEY (querykey)
);

-- One row a cluster. Its version grows with every change of membership, and a change states the version it was based on.
CREATE TABLE IF NOT EXISTS orleansmembershipversiontable (
    deploymentid varchar(150) NOT NULL,
    "timestamp" timestamptz(3) NOT NULL DEFAULT now(),
    version integer NOT NULL DEFAULT 0,
    CONSTRAINT pk_orleansmembershipversiontable_deploymentid PRIMARY KEY (deploymentid)
);

-- One row for each silo that ever joined, until the defunct ones are cleaned up.
CREATE TABLE IF NOT EXISTS orleansmembershiptable (
    deploymentid varchar(150) NOT NULL,
    address varchar(45) NOT NULL,
    port integer NOT NULL,
    generation integer NOT NULL,
    siloname varchar(150) NOT NULL,
    hostname varchar(150) NOT NULL,
    status integer NOT NULL,
    proxyport integer NULL,
    suspecttimes varchar(8000) NULL,
    starttime timestamptz(3) NOT NULL,
    iamalivetime timestamptz(3) NOT NULL,
    CONSTRAINT pk_membershiptable_deploymentid PRIMARY KEY (deploymentid, address, port, generation),
    CONSTRAINT fk_membershiptable_membershipversiontable_deploymentid
        FOREIGN KEY (deploymentid) REFERENCES orleansmembershipversiontable (deploymentid)
);

CREATE TABLE IF NOT EXISTS orleansstorage (
    grainidhash integer NOT NULL,
    grainidn0 bigint NOT NULL,
    grainidn1 bigint NOT NULL,
    graintypehash integer NOT NULL,
    graintypestring varchar(512) NOT NULL,
    grainidextensionstring varchar(512) NULL,
    serviceid varchar(150) NOT NULL,
    payloadbinary bytea NULL,
    modifiedon timestamptz NOT NULL,
    version integer NULL
);

-- Two activations that both write their first state must not both succeed. The hashes lead, since reads go by them.
CREATE UNIQUE INDEX IF NOT EXISTS ux_orleansstorage ON orleansstorage (
    grainidhash, graintypehash, grainidn0, grainidn1, graintypestring, coalesce(grainidextensionstring, ''), serviceid
);

INSERT INTO orleansquery (querykey, querytext) VALUES
('MembershipReadAllKey', $q$
SELECT v.deploymentid, m.address, m.port, m.generation, m.siloname, m.hostname, m.status, m.proxyport, m.suspecttimes,
       m.starttime, m.iamalivetime, v.version
  FROM orleansmembershipversiontable v
  LEFT JOIN orleansmembershiptable m USING (deploymentid)
 WHERE v.deploymentid = @DeploymentId
$q$),
-- The version comes back even where the silo has no row.
('MembershipReadRowKey', $q$
SELECT v.deploymentid, m.address, m.port, m.generation, m.siloname, m.hostname, m.status, m.proxyport, m.suspecttimes,
       m.starttime, m.iamalivetime, v.version
  FROM orleansmembershipversiontable v
  LEFT JOIN orleansmembershiptable m
    ON m.deploymentid = v.deploymentid AND m.address = @Address AND m.port = @Port AND m.generation = @Generation
 WHERE v.deploymentid = @DeploymentId
$q$),
('GatewaysQueryKey', $q$
SELECT address, proxyport, generation
  FROM orleansmembershiptable
 WHERE deploymentid = @DeploymentId AND status = @Status AND proxyport > 0
$q$),
('InsertMembershipVersionKey', $q$
WITH added AS (
    INSERT INTO orleansmembershipversiontable (deploymentid) VALUES (@DeploymentId)
    ON CONFLICT (deploymentid) DO NOTHING
    RETURNING 1)
SELECT count(*)::integer AS row_count FROM added
$q$),
-- The version is raised only for a silo that is new. Whoever else changes the membership meanwhile holds the version row,
-- so what NOT EXISTS saw is still true when this update gets it with the version that was asked for.
('InsertMembershipKey', $q$
WITH raised AS (
    UPDATE orleansmembershipversiontable v
       SET "timestamp" = now(), version = v.version + 1
     WHERE v.deploymentid = @DeploymentId AND v.version = @Version
       AND NOT EXISTS (
           SELECT FROM orleansmembershiptable m
            WHERE m.deploymentid = @DeploymentId AND m.address = @Address AND m.port = @Port AND m.generation = @Generation)
    RETURNING v.deploymentid),
added AS (
    INSERT INTO orleansmembershiptable (
        deploymentid, address, port, generation, siloname, hostname, status, proxyport, starttime, iamalivetime)
    SELECT deploymentid, @Address, @Port, @Generation, @SiloName, @HostName, @Status, @ProxyPort, @StartTime, @IAmAliveTime
      FROM raised
    RETURNING 1)
SELECT count(*)::integer AS row_count FROM added
$q$),
('UpdateMembershipKey', $q$
WITH raised AS (
    UPDATE orleansmembershipversiontable v
       SET "timestamp" = now(), version = v.version + 1
     WHERE v.deploymentid = @DeploymentId AND v.version = @Version
       AND EXISTS (
           SELECT FROM orleansmembershiptable m
            WHERE m.deploymentid = @DeploymentId AND m.address = @Address AND m.port = @Port AND m.generation = @Generation)
    RETURNING v.deploymentid),
changed AS (
    UPDATE orleansmembershiptable m
       SET status = @Status, suspecttimes = @SuspectTimes, iamalivetime = greatest(m.iamalivetime, @IAmAliveTime)
      FROM raised
     WHERE m.deploymentid = raised.deploymentid AND m.address = @Address AND m.port = @Port AND m.generation = @Generation
    RETURNING 1)
SELECT count(*)::integer AS row_count FROM changed
$q$),
('UpdateIAmAlivetimeKey', $q$
UPDATE orleansmembershiptable
   SET iamalivetime = greatest(iamalivetime, @IAmAliveTime)
 WHERE deploymentid = @DeploymentId AND address = @Address AND port = @Port AND generation = @Generation
$q$),
('DeleteMembershipTableEntriesKey', $q$
DELETE FROM orleansmembershiptable WHERE deploymentid = @DeploymentId;
DELETE FROM orleansmembershipversiontable WHERE deploymentid = @DeploymentId
$q$),
-- Status 6 is Dead; only the dead are forgotten.
('CleanupDefunctSiloEntriesKey', $q$
DELETE FROM orleansmembershiptable
 WHERE deploymentid = @DeploymentId AND status = 6 AND iamalivetime < @IAmAliveTime AND starttime < @IAmAliveTime
$q$),
-- The same for one silo, if nothing was written about it since it was read.
('CleanupDefunctSiloEntryKey', $q$
DELETE FROM orleansmembershiptable
 WHERE deploymentid = @DeploymentId AND address = @Address AND port = @Port AND generation = @Generation AND status = 6
   AND iamalivetime = @IAmAliveTime AND starttime = @StartTime
   AND coalesce(suspecttimes, '') = coalesce(@SuspectTimes, '')
$q$),
('ReadFromStorageKey', $q$
SELECT payloadbinary, now() AS readon, version
  FROM orleansstorage
 WHERE grainidhash = @GrainIdHash AND graintypehash = @GrainTypeHash
   AND grainidn0 = @GrainIdN0 AND grainidn1 = @GrainIdN1 AND graintypestring = @GrainTypeString
   AND coalesce(grainidextensionstring, '') = coalesce(@GrainIdExtensionString, '') AND serviceid = @ServiceId
$q$),
-- Where the version that was passed comes back, the provider reports a conflict.
('WriteToStorageKey', $q$
WITH changed AS (
    UPDATE orleansstorage
       SET payloadbinary = @PayloadBinary, modifiedon = now(), version = version + 1
     WHERE grainidhash = @GrainIdHash AND graintypehash = @GrainTypeHash
       AND grainidn0 = @GrainIdN0 AND grainidn1 = @GrainIdN1 AND graintypestring = @GrainTypeString
       AND coalesce(grainidextensionstring, '') = coalesce(@GrainIdExtensionString, '') AND serviceid = @ServiceId
       AND version = @GrainStateVersion::integer
    RETURNING version),
added AS (
    INSERT INTO orleansstorage (
        grainidhash, grainidn0, grainidn1, graintypehash, graintypestring, grainidextensionstring, serviceid,
        payloadbinary, modifiedon, version)
    SELECT @GrainIdHash, @GrainIdN0, @GrainIdN1, @GrainTypeHash, @GrainTypeString, @GrainIdExtensionString, @ServiceId,
           @PayloadBinary, now(), 1
     WHERE @GrainStateVersion::integer IS NULL
    ON CONFLICT DO NOTHING
    RETURNING version)
SELECT coalesce((SELECT version FROM changed), (SELECT version FROM added), @GrainStateVersion::integer)
       AS newgrainstateversion
$q$),
('ClearStorageKey', $q$
WITH changed AS (
    UPDATE orleansstorage
       SET payloadbinary = NULL, modifiedon = now(), version = version + 1
     WHERE grainidhash = @GrainIdHash AND graintypehash = @GrainTypeHash
       AND grainidn0 = @GrainIdN0 AND grainidn1 = @GrainIdN1 AND graintypestring = @GrainTypeString
       AND coalesce(grainidextensionstring, '') = coalesce(@GrainIdExtensionString, '') AND serviceid = @ServiceId
       AND version = @GrainStateVersion::integer
    RETURNING version)
SELECT coalesce((SELECT version FROM changed), @GrainStateVersion::integer) AS newgrainstateversion
$q$),
('DeleteStorageKey', $q$
WITH removed AS (
    DELETE FROM orleansstorage
     WHERE grainidhash = @GrainIdHash AND graintypehash = @GrainTypeHash
       AND grainidn0 = @GrainIdN0 AND grainidn1 = @GrainIdN1 AND graintypestring = @GrainTypeString
       AND coalesce(grainidextensionstring, '') = coalesce(@GrainIdExtensionString, '') AND serviceid = @ServiceId
       AND version = @GrainStateVersion::integer
    RETURNING version + 1 AS version)
SELECT coalesce((SELECT version FROM removed), @GrainStateVersion::integer) AS newgrainstateversion
$q$)
ON CONFLICT (querykey) DO UPDATE SET querytext = excluded.querytext;

-- ---------------------------------------------------------------------------------------------------------------------
-- The product's own tables.
-- ---------------------------------------------------------------------------------------------------------------------

-- One row a conversation: what fences its log, and what lists show. Every append updates the row, so nothing that an
-- append changes each time is indexed, and the pages have room: such updates touch no index (heap-only tuples).
CREATE TABLE IF NOT EXISTS conversations (
    key text COLLATE "C" NOT NULL,
    store text COLLATE "C" NOT NULL,
    status text COLLATE "C" NOT NULL,
    contact_id text COLLATE "C" NOT NULL,
    channel text COLLATE "C" NOT NULL,
    locale text COLLATE "C" NULL,
    -- Set while it waits for a person, and while a person has the floor.
    desk text COLLATE "C" NULL,
    waiting_since timestamptz NULL,
    agent text COLLATE "C" NULL,
    epoch bigint NOT NULL DEFAULT 1,
    revision bigint NOT NULL DEFAULT 0,
    last_seq bigint NOT NULL DEFAULT 0,
    state json NULL,
    summary text NULL,
    created_at timestamptz NOT NULL,
    updated_at timestamptz NOT NULL,
    -- What lists sort by: updated_at to the minute, so that most updates leave the index alone.
    listed_at timestamptz NOT NULL GENERATED ALWAYS AS (date_bin('1 minute', updated_at, '2000-01-01 00:00:00+00')) STORED,
    CONSTRAINT conversations_key PRIMARY KEY (key)
) WITH (fillfactor = 60, autovacuum_vacuum_scale_factor = 0.05);

ALTER TABLE conversations ADD COLUMN IF NOT EXISTS desk text COLLATE "C" NULL;
ALTER TABLE conversations ADD COLUMN IF NOT EXISTS waiting_since timestamptz NULL;
ALTER TABLE conversations ADD COLUMN IF NOT EXISTS agent text COLLATE "C" NULL;

-- What staff's lists are filtered by. A queue is in the order of queued_at: each level of priority (-1 to 2) counts as five
-- minutes of waiting, so that nobody waits for ever. (Without the zone, since only so the sum is immutable.)
ALTER TABLE conversations
    ADD COLUMN IF NOT EXISTS priority smallint NOT NULL DEFAULT 0,
    ADD COLUMN IF NOT EXISTS tags text[] COLLATE "C" NULL,
    ADD COLUMN IF NOT EXISTS snoozed_until timestamptz NULL,
    ADD COLUMN IF NOT EXISTS is_spam boolean NOT NULL DEFAULT false,
    ADD COLUMN IF NOT EXISTS mentioned text[] COLLATE "C" NULL;
ALTER TABLE conversations
    ADD COLUMN IF NOT EXISTS queued_at timestamp NULL
        GENERATED ALWAYS AS ((waiting_since AT TIME ZONE 'UTC') - priority * interval '5 minutes') STORED;

DROP INDEX IF EXISTS conversations_waiting;
CREATE INDEX IF NOT EXISTS conversations_queued ON conversations (store, desk, queued_at, key) WHERE queued_at IS NOT NULL;
CREATE INDEX IF NOT EXISTS conversations_queued_anywhere ON conversations (store, queued_at, key) WHERE queued_at IS NOT NULL;
CREATE INDEX IF NOT EXISTS conversations_open ON conversations (store, listed_at DESC, key DESC) WHERE status <> 'resolved';
CREATE INDEX IF NOT EXISTS conversations_snoozed ON conversations (store, snoozed_until) WHERE snoozed_until IS NOT NULL;
CREATE INDEX IF NOT EXISTS conversations_spam ON conversations (store, listed_at DESC, key DESC) WHERE is_spam;
CREATE INDEX IF NOT EXISTS conversations_by_tag ON conversations USING gin (tags) WHERE tags IS NOT NULL;
CREATE INDEX IF NOT EXISTS conversations_by_mention ON conversations USING gin (mentioned) WHERE mentioned IS NOT NULL;
CREATE INDEX IF NOT EXISTS conversations_by_agent ON conversations (store, agent) WHERE agent IS NOT NULL;
CREATE INDEX IF NOT EXISTS conversations_by_time ON conversations (store, listed_at DESC, key DESC);
CREATE INDEX IF NOT EXISTS conversations_by_contact ON conversations (store, contact_id, created_at DESC);

-- The log. json keeps the text byte for byte (jsonb would not) and takes the escape \u0000. The epoch tells whose append
-- a row is, which decides about appends whose acknowledgement was lost.
CREATE TABLE IF NOT EXISTS events (
    seq bigint NOT NULL,
    epoch bigint NOT NULL,
    at timestamptz NOT NULL,
    key text COLLATE "C" NOT NULL,
    type text COLLATE "C" NOT NULL,
    client_message_id text COLLATE "C" NULL,
    data json NOT NULL,
    staff_data json NULL,
    CONSTRAINT events_key PRIMARY KEY (key, seq)
);

CREATE UNIQUE INDEX IF NOT EXISTS events_by_client_message ON events (key, client_message_id)
    WHERE client_message_id IS NOT NULL;

-- What must happen by some time, one row for each grain and kind. The row is written with its cause and goes with its end.
CREATE TABLE IF NOT EXISTS due (
    target text COLLATE "C" NOT NULL,
    key text COLLATE "C" NOT NULL,
    kind text COLLATE "C" NOT NULL,
    due_at timestamptz NOT NULL,
    attempts integer NOT NULL DEFAULT 0,
    CONSTRAINT due_key PRIMARY KEY (target, key, kind)
) WITH (autovacuum_vacuum_scale_factor = 0.05);

CREATE INDEX IF NOT EXISTS due_by_time ON due (target, due_at);

-- A store's human agents. Slots are never kept here: what is taken is counted from conversations.agent. A claim states the
-- revision that its count was read with, and raises it in its own transaction; so no two claims can go by the same count.
CREATE TABLE IF NOT EXISTS agents (
    store text COLLATE "C" NOT NULL,
    id text COLLATE "C" NOT NULL,
    name text NOT NULL,
    picture_url text NULL,
    role text COLLATE "C" NOT NULL,
    skills text[] COLLATE "C" NOT NULL,
    languages text[] COLLATE "C" NOT NULL,
    desks text[] COLLATE "C" NOT NULL,
    slots integer NOT NULL,
    presence text COLLATE "C" NOT NULL,
    seen_at timestamptz NULL,
    offered_at timestamptz NULL,
    revision bigint NOT NULL DEFAULT 0,
    CONSTRAINT agents_key PRIMARY KEY (store, id)
) WITH (fillfactor = 60);

-- Desks that do not work as all others do.
CREATE TABLE IF NOT EXISTS desks (
    store text COLLATE "C" NOT NULL,
    id text COLLATE "C" NOT NULL,
    assignment text COLLATE "C" NOT NULL,
    offer_seconds integer NOT NULL,
    CONSTRAINT desks_key PRIMARY KEY (store, id)
);

-- To whom a conversation that waits is offered, one row at most for each: an offer moves, it does not multiply. Without an
-- agent the row only remembers who passed; until expires_at these are not asked again.
CREATE TABLE IF NOT EXISTS desk_offers (
    conversation text COLLATE "C" NOT NULL,
    store text COLLATE "C" NOT NULL,
    desk text COLLATE "C" NOT NULL,
    id text COLLATE "C" NOT NULL,
    agent text COLLATE "C" NULL,
    expires_at timestamptz NOT NULL,
    passed text[] COLLATE "C" NOT NULL,
    CONSTRAINT desk_offers_key PRIMARY KEY (conversation),
    CONSTRAINT desk_offers_conversation FOREIGN KEY (conversation) REFERENCES conversations ON DELETE CASCADE
);

CREATE INDEX IF NOT EXISTS desk_offers_by_desk ON desk_offers (store, desk);
CREATE INDEX IF NOT EXISTS desk_offers_by_agent ON desk_offers (store, agent) WHERE agent IS NOT NULL;

-- What a store's people keep for their work: canned replies, macros, views. owner is the agent whom alone it is of, or empty.
CREATE TABLE IF NOT EXISTS workbench_items (
    store text COLLATE "C" NOT NULL,
    kind text COLLATE "C" NOT NULL,
    id text COLLATE "C" NOT NULL,
    owner text COLLATE "C" NOT NULL,
    name text COLLATE "C" NOT NULL,
    content json NOT NULL,
    CONSTRAINT workbench_items_key PRIMARY KEY (store, kind, id),
    CONSTRAINT workbench_items_by_name UNIQUE (store, kind, owner, name)
);

-- A store's knowledge grows by one version with each change; silos compare it with what they have loaded.
CREATE TABLE IF NOT EXISTS knowledge_versions (
    store text COLLATE "C" NOT NULL,
    version bigint NOT NULL,
    CONSTRAINT knowledge_versions_key PRIMARY KEY (store)
);

-- The sources that a store removed, by the names under which answers cite them. A conversation with their words has a due
-- row of the kind redact:id until the words are gone from its log.
CREATE TABLE IF NOT EXISTS removed_sources (
    id bigint GENERATED ALWAYS AS IDENTITY,
    store text COLLATE "C" NOT NULL,
    name text COLLATE "C" NOT NULL,
    removed_at timestamptz NOT NULL,
    CONSTRAINT removed_sources_key PRIMARY KEY (id)
);

CREATE UNIQUE INDEX IF NOT EXISTS removed_sources_by_name ON removed_sources (store, name);

-- One row a source. The row is also its place in the queue: due_at says when there is work to do on it, null that there
-- is none; whoever takes it moves due_at on by a lease, so that a taker which dies delays it only. The revision that is
-- served (ready_revision) stays until a newer one is ready.
CREATE TABLE IF NOT EXISTS knowledge_sources (
    store text COLLATE "C" NOT NULL,
    kind text COLLATE "C" NOT NULL,
    id text COLLATE "C" NOT NULL,
    name text COLLATE "C" NOT NULL,
    title text NOT NULL,
    status text COLLATE "C" NOT NULL,
    failure_code text COLLATE "C" NULL,
    failure text NULL,
    revision bigint NOT NULL DEFAULT 1,
    ready_revision bigint NULL,
    state text COLLATE "C" NOT NULL DEFAULT 'published',
    hash text COLLATE "C" NULL,
    bytes bigint NULL,
    locale text COLLATE "C" NULL,
    audience text COLLATE "C" NULL,
    conversation text COLLATE "C" NULL,
    category text NULL,
    origin text COLLATE "C" NULL,
    passages integer NOT NULL DEFAULT 0,
    answers bigint NOT NULL DEFAULT 0,
    due_at timestamptz NULL,
    attempts integer NOT NULL DEFAULT 0,
    created_at timestamptz NOT NULL,
    updated_at timestamptz NOT NULL,
    CONSTRAINT knowledge_sources_key PRIMARY KEY (store, kind, id)
);

ALTER TABLE knowledge_sources DROP COLUMN IF EXISTS etag, DROP COLUMN IF EXISTS last_modified, DROP COLUMN IF EXISTS expires_at;

-- What only conversations' attachments have.
ALTER TABLE knowledge_sources
    ADD COLUMN IF NOT EXISTS client_id text COLLATE "C" NULL,
    ADD COLUMN IF NOT EXISTS media_type text COLLATE "C" NULL,
    ADD COLUMN IF NOT EXISTS width integer NULL,
    ADD COLUMN IF NOT EXISTS height integer NULL,
    ADD COLUMN IF NOT EXISTS sent_at timestamptz NULL;

CREATE UNIQUE INDEX IF NOT EXISTS knowledge_sources_by_client_id ON knowledge_sources (conversation, client_id)
    WHERE conversation IS NOT NULL AND client_id IS NOT NULL;
CREATE INDEX IF NOT EXISTS knowledge_sources_by_conversation ON knowledge_sources (conversation, created_at)
    WHERE conversation IS NOT NULL;
CREATE UNIQUE INDEX IF NOT EXISTS knowledge_sources_by_name ON knowledge_sources (store, kind, name)
    WHERE conversation IS NULL;
CREATE INDEX IF NOT EXISTS knowledge_sources_by_due ON knowledge_sources (due_at) WHERE due_at IS NOT NULL;
CREATE INDEX IF NOT EXISTS knowledge_sources_by_hash ON knowledge_sources (hash) WHERE hash IS NOT NULL;

-- The text of the served revision, so that a restart does not extract again. json, since it takes the escape \u0000.
CREATE TABLE IF NOT EXISTS knowledge_texts (
    store text COLLATE "C" NOT NULL,
    kind text COLLATE "C" NOT NULL,
    id text COLLATE "C" NOT NULL,
    revision bigint NOT NULL,
    content json NOT NULL,
    CONSTRAINT knowledge_texts_key PRIMARY KEY (store, kind, id),
    CONSTRAINT knowledge_texts_source FOREIGN KEY (store, kind, id) REFERENCES knowledge_sources ON DELETE CASCADE
);

-- Pages of the web as they were fetched last, by a hash of the address, for all stores and silos. json, as above.
CREATE TABLE IF NOT EXISTS page_cache (
    hash text COLLATE "C" NOT NULL,
    address text NOT NULL,
    content json NOT NULL,
    etag text NULL,
    last_modified timestamptz NULL,
    fresh_until timestamptz NOT NULL,
    CONSTRAINT page_cache_key PRIMARY KEY (hash)
);

CREATE INDEX IF NOT EXISTS page_cache_by_age ON page_cache (fresh_until);

-- The vectors of a store's passages by the model that made them and the digest of what they were made of. Each is the
-- numbers' bytes, four a number, the least significant first.
CREATE TABLE IF NOT EXISTS passage_vectors (
    store text COLLATE "C" NOT NULL,
    model text COLLATE "C" NOT NULL,
    digest text COLLATE "C" NOT NULL,
    vector bytea NOT NULL,
    made_at timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT passage_vectors_key PRIMARY KEY (store, model, digest)
);

-- How often articles were read in the help centre; it changes nothing of the knowledge, and so no version.
CREATE TABLE IF NOT EXISTS knowledge_views (
    store text COLLATE "C" NOT NULL,
    id text COLLATE "C" NOT NULL,
    views bigint NOT NULL,
    CONSTRAINT knowledge_views_key PRIMARY KEY (store, id)
);

-- A store's instructions to its assistant, with every version that was written. A change raises the store's version.
CREATE TABLE IF NOT EXISTS instructions (
    store text COLLATE "C" NOT NULL,
    id text COLLATE "C" NOT NULL,
    version bigint NOT NULL,
    published_version bigint NULL,
    CONSTRAINT instructions_key PRIMARY KEY (store, id)
);

CREATE TABLE IF NOT EXISTS instruction_versions (
    store text COLLATE "C" NOT NULL,
    id text COLLATE "C" NOT NULL,
    version bigint NOT NULL,
    content json NOT NULL,
    at timestamptz NOT NULL,
    CONSTRAINT instruction_versions_key PRIMARY KEY (store, id, version),
    CONSTRAINT instruction_versions_instruction FOREIGN KEY (store, id) REFERENCES instructions ON DELETE CASCADE
);

-- The answers that customers got, by the assistant (a turn) or by an agent: made of the log, conversation by conversation,
-- by whoever takes the conversation's due row of the target 'turns'. seq is how far a conversation is done; what comes after
-- it is read again. learn_at says when to look what is to be learned from an answer, null that there is nothing to do. All
-- that names a conversation goes with it.
CREATE TABLE IF NOT EXISTS turn_cursors (
    conversation text COLLATE "C" NOT NULL,
    seq bigint NOT NULL DEFAULT 0,
    rating integer NULL,
    CONSTRAINT turn_cursors_key PRIMARY KEY (conversation),
    CONSTRAINT turn_cursors_conversation FOREIGN KEY (conversation) REFERENCES conversations ON DELETE CASCADE
);

CREATE TABLE IF NOT EXISTS turns (
    store text COLLATE "C" NOT NULL,
    conversation text COLLATE "C" NOT NULL,
    id text COLLATE "C" NOT NULL,
    seq bigint NOT NULL,
    at timestamptz NOT NULL,
    role text COLLATE "C" NOT NULL,
    messages text[] COLLATE "C" NOT NULL,
    question text NOT NULL,
    answer text NOT NULL,
    outcome text COLLATE "C" NOT NULL,
    confidence double precision NULL,
    language text COLLATE "C" NOT NULL,
    instructions text[] COLLATE "C" NOT NULL,
    sources text[] COLLATE "C" NOT NULL,
    handed_off boolean NOT NULL,
    rating integer NULL,
    learn_at timestamptz NULL,
    CONSTRAINT turns_key PRIMARY KEY (conversation, id),
    CONSTRAINT turns_conversation FOREIGN KEY (conversation) REFERENCES turn_cursors ON DELETE CASCADE
);

ALTER TABLE turns ADD COLUMN IF NOT EXISTS supplied text[] COLLATE "C" NOT NULL DEFAULT '{}';

CREATE INDEX IF NOT EXISTS turns_by_time ON turns (store, at);
CREATE INDEX IF NOT EXISTS turns_by_source ON turns USING gin (sources);
CREATE INDEX IF NOT EXISTS turns_by_supplied ON turns USING gin (supplied);
CREATE INDEX IF NOT EXISTS turns_to_learn ON turns (store, learn_at) WHERE learn_at IS NOT NULL;

-- What can be found in conversations: a row an event that says something, with its terms, each with the store before it. The
-- words themselves stay in the log. text_seq is how far a conversation is done.
ALTER TABLE turn_cursors ADD COLUMN IF NOT EXISTS text_seq bigint NOT NULL DEFAULT 0;

CREATE TABLE IF NOT EXISTS conversation_terms (
    store text COLLATE "C" NOT NULL,
    conversation text COLLATE "C" NOT NULL,
    seq bigint NOT NULL,
    at timestamptz NOT NULL,
    terms tsvector NOT NULL,
    CONSTRAINT conversation_terms_key PRIMARY KEY (conversation, seq),
    CONSTRAINT conversation_terms_conversation FOREIGN KEY (conversation) REFERENCES turn_cursors ON DELETE CASCADE
);

CREATE INDEX IF NOT EXISTS conversation_terms_by_time ON conversation_terms (store, at DESC, conversation DESC, seq DESC);
CREATE INDEX IF NOT EXISTS conversation_terms_by_term ON conversation_terms USING gin (terms);

-- Where stores' own systems are told what happens, and what is to be told: noted with the projection above, up to hook_seq,
-- once for each event and address. due_at is null when it is delivered or given up.
ALTER TABLE turn_cursors ADD COLUMN IF NOT EXISTS hook_seq bigint NULL;

CREATE TABLE IF NOT EXISTS webhooks (
    store text COLLATE "C" NOT NULL,
    url text COLLATE "C" NOT NULL,
    secret text NOT NULL,
    events text[] COLLATE "C" NOT NULL,
    failing_since timestamptz NULL,
    disabled_at timestamptz NULL,
    CONSTRAINT webhooks_key PRIMARY KEY (store, url)
);

CREATE TABLE IF NOT EXISTS webhook_deliveries (
    store text COLLATE "C" NOT NULL,
    conversation text COLLATE "C" NOT NULL,
    seq bigint NOT NULL,
    url text COLLATE "C" NOT NULL,
    created_at timestamptz NOT NULL,
    due_at timestamptz NULL,
    attempts integer NOT NULL DEFAULT 0,
    delivered_at timestamptz NULL,
    failure text NULL,
    CONSTRAINT webhook_deliveries_key PRIMARY KEY (conversation, url, seq),
    CONSTRAINT webhook_deliveries_conversation FOREIGN KEY (conversation) REFERENCES turn_cursors ON DELETE CASCADE
);

CREATE INDEX IF NOT EXISTS webhook_deliveries_by_due ON webhook_deliveries (store, url, due_at) WHERE due_at IS NOT NULL;
CREATE INDEX IF NOT EXISTS webhook_deliveries_by_age ON webhook_deliveries (created_at);
CREATE INDEX IF NOT EXISTS webhook_deliveries_latest ON webhook_deliveries (store, created_at DESC);

-- Answers whose questions mean the same: a gap, where there was no good answer, or a proposal of a question with its answer,
-- where there was. A cluster has no text of its own; it is what its turns say.
CREATE TABLE IF NOT EXISTS question_clusters (
    store text COLLATE "C" NOT NULL,
    kind text COLLATE "C" NOT NULL,
    id text COLLATE "C" NOT NULL,
    state text COLLATE "C" NOT NULL DEFAULT 'open',
    faq text COLLATE "C" NULL,
    CONSTRAINT question_clusters_key PRIMARY KEY (store, kind, id)
);

CREATE TABLE IF NOT EXISTS clustered_turns (
    store text COLLATE "C" NOT NULL,
    kind text COLLATE "C" NOT NULL,
    cluster text COLLATE "C" NOT NULL,
    conversation text COLLATE "C" NOT NULL,
    turn text COLLATE "C" NOT NULL,
    CONSTRAINT clustered_turns_key PRIMARY KEY (conversation, turn, kind),
    CONSTRAINT clustered_turns_turn FOREIGN KEY (conversation, turn) REFERENCES turns ON DELETE CASCADE,
    CONSTRAINT clustered_turns_cluster FOREIGN KEY (store, kind, cluster) REFERENCES question_clusters ON DELETE CASCADE
);

CREATE INDEX IF NOT EXISTS clustered_turns_by_cluster ON clustered_turns (store, kind, cluster);

-- Conversations from before there were turns, or the search, are read once. To make all anew: empty turn_cursors, then apply this.
INSERT INTO due (target, key, kind, due_at)
SELECT 'turns', c.key, 'turns', now()
  FROM conversations c
 WHERE c.last_seq > 0 AND NOT EXISTS (SELECT FROM turn_cursors t WHERE t.conversation = c.key AND t.text_seq > 0)
ON CONFLICT DO NOTHING;

-- People's accounts, of the platform and of no store. A session is good while its generation is its account's, which a
-- changed password raises. Of what is secret there is a hash alone, but for what must be shown again.
CREATE TABLE IF NOT EXISTS accounts (
    address text COLLATE "C" NOT NULL,
    name text NOT NULL,
    password_hash text COLLATE "C" NOT NULL,
    generation bigint NOT NULL DEFAULT 0,
    totp_secret bytea NULL,
    totp_prepared bytea NULL,
    totp_step bigint NULL,
    is_first boolean NOT NULL DEFAULT false,
    created_at timestamptz NOT NULL,
    CONSTRAINT accounts_key PRIMARY KEY (address)
);

CREATE UNIQUE INDEX IF NOT EXISTS accounts_first ON accounts (is_first) WHERE is_first;

-- Tries of passwords that failed or are being made, also of addresses without an account, so that these look the same.
CREATE TABLE IF NOT EXISTS sign_in_attempts (
    address text COLLATE "C" NOT NULL,
    failures integer NOT NULL,
    at timestamptz NOT NULL,
    CONSTRAINT sign_in_attempts_key PRIMARY KEY (address)
);

CREATE INDEX IF NOT EXISTS sign_in_attempts_by_age ON sign_in_attempts (at);

CREATE TABLE IF NOT EXISTS sessions (
    id text COLLATE "C" NOT NULL,
    account text COLLATE "C" NOT NULL,
    generation bigint NOT NULL,
    hash text COLLATE "C" NOT NULL,
    previous_hash text COLLATE "C" NULL,
    csrf text COLLATE "C" NOT NULL,
    begun_at timestamptz NOT NULL,
    issued_at timestamptz NOT NULL,
    confirmed_at timestamptz NULL,
    used_at timestamptz NOT NULL,
    CONSTRAINT sessions_key PRIMARY KEY (id),
    CONSTRAINT sessions_account FOREIGN KEY (account) REFERENCES accounts ON DELETE CASCADE
) WITH (fillfactor = 60);

CREATE UNIQUE INDEX IF NOT EXISTS sessions_by_hash ON sessions (hash);
CREATE INDEX IF NOT EXISTS sessions_by_previous_hash ON sessions (previous_hash) WHERE previous_hash IS NOT NULL;
CREATE INDEX IF NOT EXISTS sessions_by_account ON sessions (account);

-- One invitation at most for an agent; the one without store and agent is to set the platform up.
CREATE TABLE IF NOT EXISTS invitations (
    store text COLLATE "C" NOT NULL,
    agent text COLLATE "C" NOT NULL,
    hash text COLLATE "C" NOT NULL,
    email text COLLATE "C" NULL,
    resets boolean NOT NULL DEFAULT false,
    expires_at timestamptz NOT NULL,
    CONSTRAINT invitations_key PRIMARY KEY (store, agent)
);

CREATE UNIQUE INDEX IF NOT EXISTS invitations_by_hash ON invitations (hash);

-- The address that is invited to be the agent, and the account that has accepted, which is of the same address.
ALTER TABLE agents
    ADD COLUMN IF NOT EXISTS email text COLLATE "C" NULL,
    ADD COLUMN IF NOT EXISTS account text COLLATE "C" NULL;

CREATE UNIQUE INDEX IF NOT EXISTS agents_by_email ON agents (store, email) WHERE email IS NOT NULL;
CREATE INDEX IF NOT EXISTS agents_by_account ON agents (account) WHERE account IS NOT NULL;

-- Which script was applied last, so that a silo of the same version changes nothing when it starts.
CREATE TABLE IF NOT EXISTS schema_version (
    only_row boolean NOT NULL DEFAULT true CHECK (only_row),
    script_hash text NOT NULL,
    applied_at timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT schema_version_key PRIMARY KEY (only_row)
);

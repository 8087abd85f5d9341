"""The first tables."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = None


def upgrade() -> None:
    """Bring the store here."""
    op.create_table(
        "agreement",
        sa.Column("financier", sa.String(), nullable=False),
        sa.Column("what", sa.String(), nullable=False),
        sa.Column("unit", sa.String(), nullable=False),
        sa.Column("many", sa.Integer(), nullable=False),
        sa.Column("first", sa.Date(), nullable=False),
        sa.Column("by_date", sa.Date(), nullable=False),
        sa.Column("counts", sa.String(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint("many > 0", name=op.f("ck_agreement_many")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_agreement")),
    )
    op.create_table(
        "allowance_rate",
        sa.Column("country", sa.String(), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column(
            "by",
            sa.Enum("hour", "day", name="allowanceby", native_enum=False, create_constraint=True, length=40),
            nullable=False,
        ),
        sa.Column("cents", sa.Integer(), nullable=False),
        sa.Column("cents_under_21", sa.Integer(), nullable=True),
        sa.Column("month_cents", sa.Integer(), nullable=True),
        sa.Column("year_cents", sa.Integer(), nullable=False),
        sa.Column("source", sa.String(), nullable=False),
        sa.Column("confirmed_on", sa.Date(), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint("cents > 0 AND year_cents > 0", name=op.f("ck_allowance_rate_amounts")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_allowance_rate")),
        sa.UniqueConstraint("country", "year", name=op.f("uq_allowance_rate_country_year")),
    )
    op.create_table(
        "approved_text",
        sa.Column("digest", sa.LargeBinary(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("left_out", sa.Boolean(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint("length(text) <= 10000", name=op.f("ck_approved_text_text")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_approved_text")),
        sa.UniqueConstraint("digest", name=op.f("uq_approved_text_digest")),
    )
    op.create_table(
        "backup_made",
        sa.Column(
            "place",
            sa.Enum(
                "folder", "stick", "by_hand", name="backupplace", native_enum=False, create_constraint=True, length=40
            ),
            nullable=False,
        ),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("size", sa.BigInteger(), nullable=False),
        sa.Column("tried_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint("length(name) BETWEEN 1 AND 255 AND size > 0", name=op.f("ck_backup_made_file")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_backup_made")),
        sa.UniqueConstraint("place", "name", "at", name=op.f("uq_backup_made_place_name_at")),
    )
    with op.batch_alter_table("backup_made", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_backup_made_at"), ["at"], unique=False)
        batch_op.create_index(batch_op.f("ix_backup_made_tried_at"), ["tried_at"], unique=False)

    op.create_table(
        "breach",
        sa.Column("noticed_on", sa.Date(), nullable=False),
        sa.Column("noticed_at", sa.Time(), nullable=False),
        sa.Column("happened", sa.String(), nullable=False),
        sa.Column("what_data", sa.String(), nullable=False),
        sa.Column("whose", sa.String(), nullable=False),
        sa.Column("people", sa.Integer(), nullable=True),
        sa.Column("encrypted", sa.Boolean(), nullable=False),
        sa.Column(
            "reach",
            sa.Enum("no", "unsure", "yes", name="reach", native_enum=False, create_constraint=True, length=40),
            nullable=False,
        ),
        sa.Column("hurts", sa.Boolean(), nullable=False),
        sa.Column("consequence", sa.String(), nullable=False),
        sa.Column("measures", sa.String(), nullable=False),
        sa.Column("reported_on", sa.Date(), nullable=True),
        sa.Column("told_on", sa.Date(), nullable=True),
        sa.Column("done_by", sa.String(), nullable=False),
        sa.Column("closed_on", sa.Date(), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint("people >= 0", name=op.f("ck_breach_people")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_breach")),
    )
    with op.batch_alter_table("breach", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_breach_closed_on"), ["closed_on"], unique=False)
        batch_op.create_index(batch_op.f("ix_breach_noticed_on"), ["noticed_on"], unique=False)

    op.create_table(
        "call_agreement",
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("situation", sa.String(), nullable=False),
        sa.Column("step", sa.String(), nullable=False),
        sa.Column("who", sa.String(), nullable=False),
        sa.Column("phone", sa.String(), nullable=False),
        sa.Column("fills", sa.String(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint("length(situation) BETWEEN 1 AND 200", name=op.f("ck_call_agreement_situation")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_call_agreement")),
    )
    op.create_table(
        "call_back",
        sa.Column("on_date", sa.Date(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("who", sa.String(), nullable=False),
        sa.Column("phone", sa.String(), nullable=False),
        sa.Column("about", sa.String(), nullable=False),
        sa.Column("done_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint("length(who) BETWEEN 1 AND 200", name=op.f("ck_call_back_who")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_call_back")),
    )
    with op.batch_alter_table("call_back", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_call_back_done_at"), ["done_at"], unique=False)

    op.create_table(
        "cash",
        sa.Column("on_date", sa.Date(), nullable=False),
        sa.Column("opened_with", sa.Integer(), nullable=False),
        sa.Column("received", sa.Integer(), nullable=False),
        sa.Column("spent", sa.Integer(), nullable=False),
        sa.Column("counted", sa.Integer(), nullable=True),
        sa.Column("what_for", sa.String(), nullable=False),
        sa.Column("note", sa.String(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint("counted IS NULL OR counted >= 0", name=op.f("ck_cash_counted")),
        sa.CheckConstraint("opened_with >= 0 AND received >= 0 AND spent >= 0", name=op.f("ck_cash_cents")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_cash")),
        sa.UniqueConstraint("on_date", name=op.f("uq_cash_on_date")),
    )
    op.create_table(
        "custom",
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint("length(text) BETWEEN 1 AND 500", name=op.f("ck_custom_text")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_custom")),
    )
    op.create_table(
        "desk_setting",
        sa.Column("single", sa.Boolean(), nullable=False),
        sa.Column("word_walk_in", sa.String(), nullable=False),
        sa.Column("word_activity", sa.String(), nullable=False),
        sa.Column("word_help", sa.String(), nullable=False),
        sa.Column("word_child", sa.String(), nullable=False),
        sa.Column("ignore_second_press", sa.Boolean(), nullable=False),
        sa.Column("leaving", sa.Boolean(), nullable=False),
        sa.Column("age_bands", sa.Boolean(), nullable=False),
        sa.Column("cash", sa.Boolean(), nullable=False),
        sa.Column("closing_round", sa.String(), nullable=False),
        sa.Column("confidant", sa.String(), nullable=False),
        sa.Column("confidant_phone", sa.String(), nullable=False),
        sa.Column("school_region", sa.String(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_desk_setting")),
        sa.UniqueConstraint("single", name=op.f("uq_desk_setting_single")),
    )
    op.create_table(
        "draft",
        sa.Column("field", sa.String(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint("length(text) BETWEEN 1 AND 10000", name=op.f("ck_draft_text")),
        sa.PrimaryKeyConstraint("field", name=op.f("pk_draft")),
    )
    op.create_table(
        "effect",
        sa.Column("on_date", sa.Date(), nullable=False),
        sa.Column(
            "effect_on",
            sa.Enum(
                "language",
                "network",
                "meaning",
                "daily_life",
                "mental",
                "physical",
                "financial",
                name="effecton",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("less", sa.Integer(), nullable=False),
        sa.Column("same", sa.Integer(), nullable=False),
        sa.Column("more", sa.Integer(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "less >= 0 AND same >= 0 AND more >= 0 AND less + same + more >= 5", name=op.f("ck_effect_five")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_effect")),
        sa.UniqueConstraint("on_date", "effect_on", name=op.f("uq_effect_on_date_effect_on")),
    )
    op.create_table(
        "former_room",
        sa.Column("until", sa.Date(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("street", sa.String(), nullable=False),
        sa.Column("postcode", sa.String(), nullable=False),
        sa.Column("city", sa.String(), nullable=False),
        sa.Column("entrance", sa.String(), nullable=False),
        sa.Column("phone", sa.String(), nullable=False),
        sa.Column("hours", sa.String(), nullable=False),
        sa.Column("spaces", sa.String(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_former_room")),
        sa.UniqueConstraint("until", name=op.f("uq_former_room_until")),
    )
    op.create_table(
        "help_asked",
        sa.Column("on_date", sa.Date(), nullable=False),
        sa.Column("hour", sa.Integer(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column(
            "topic",
            sa.Enum(
                "letter",
                "money",
                "housing",
                "care",
                "phone",
                "other",
                name="helptopic",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=True,
        ),
        sa.Column("locked", sa.Boolean(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint("hour BETWEEN 0 AND 23", name=op.f("ck_help_asked_hour")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_help_asked")),
    )
    with op.batch_alter_table("help_asked", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_help_asked_on_date"), ["on_date"], unique=False)

    op.create_table(
        "host",
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("birth_year", sa.Integer(), nullable=True),
        sa.Column("phone", sa.String(), nullable=False),
        sa.Column("team_member", sa.Boolean(), nullable=False),
        sa.Column(
            "experience",
            sa.Enum(
                "trainee",
                "regular",
                "experienced",
                name="experience",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("max_shifts_per_week", sa.Integer(), nullable=False),
        sa.Column("role", sa.Integer(), nullable=False),
        sa.Column("week_group", sa.Integer(), nullable=False),
        sa.Column("lives_near", sa.Boolean(), nullable=False),
        sa.Column("phone_on_list", sa.Boolean(), nullable=False),
        sa.Column("left_on", sa.Date(), nullable=True),
        sa.Column("leaves_on", sa.Date(), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint("length(name) BETWEEN 1 AND 200", name=op.f("ck_host_name")),
        sa.CheckConstraint("max_shifts_per_week BETWEEN 0 AND 21", name=op.f("ck_host_shifts")),
        sa.CheckConstraint("role IN (1, 2)", name=op.f("ck_host_role")),
        sa.CheckConstraint("week_group BETWEEN 0 AND 9", name=op.f("ck_host_week_group")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_host")),
        sa.UniqueConstraint("name", name=op.f("uq_host_name")),
        sa.UniqueConstraint("number", name=op.f("uq_host_number")),
    )
    op.create_table(
        "house_look",
        sa.Column("single", sa.Boolean(), nullable=False),
        sa.Column("main", sa.String(), nullable=False),
        sa.Column("second", sa.String(), nullable=False),
        sa.Column("logo", sa.LargeBinary(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint("length(logo) <= 400000", name=op.f("ck_house_look_logo")),
        sa.CheckConstraint("length(main) = 7 AND length(second) = 7", name=op.f("ck_house_look_colours")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_house_look")),
        sa.UniqueConstraint("single", name=op.f("uq_house_look_single")),
    )
    op.create_table(
        "house_place",
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column(
            "kind",
            sa.Enum(
                "aed",
                "first_aid",
                "water",
                "fuses",
                "other",
                name="houseplacekind",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("what", sa.String(), nullable=False),
        sa.Column("place", sa.String(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_house_place")),
    )
    op.create_table(
        "journal_unit",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("host_id", sa.Uuid(), nullable=True),
        sa.Column("role", sa.Integer(), nullable=False),
        sa.Column("needs", sa.Integer(), nullable=False),
        sa.Column("label", sa.String(), nullable=False),
        sa.Column("label_values", sa.JSON(none_as_null=True), nullable=True),
        sa.Column("counts", sa.Boolean(), nullable=False),
        sa.Column("undoable", sa.Boolean(), nullable=False),
        sa.Column("undoes_id", sa.Uuid(), nullable=True),
        sa.CheckConstraint("needs BETWEEN 0 AND 2 AND role BETWEEN 0 AND 2", name=op.f("ck_journal_unit_roles")),
        sa.ForeignKeyConstraint(
            ["undoes_id"],
            ["journal_unit.id"],
            name=op.f("fk_journal_unit_undoes_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_journal_unit")),
    )
    with op.batch_alter_table("journal_unit", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_journal_unit_at_journal_unit_id"), ["at", "id"], unique=False)
        batch_op.create_index(
            "ix_journal_unit_held",
            ["at"],
            unique=False,
            sqlite_where=sa.text("label_values IS NOT NULL"),
            postgresql_where=sa.text("label_values IS NOT NULL"),
        )
        batch_op.create_index(
            "ix_journal_unit_undoes_id",
            ["undoes_id"],
            unique=False,
            sqlite_where=sa.text("undoes_id IS NOT NULL"),
            postgresql_where=sa.text("undoes_id IS NOT NULL"),
        )

    op.create_table(
        "kept_since",
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("row_id", sa.Uuid(), nullable=False),
        sa.Column("row_version", sa.Integer(), nullable=False),
        sa.Column("since", sa.Date(), nullable=False),
        sa.PrimaryKeyConstraint("kind", "row_id", name=op.f("pk_kept_since")),
    )
    op.create_table(
        "key_renewal",
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column(
            "why",
            sa.Enum(
                "stick_lost",
                "holder_gone",
                "paper_lost",
                "asked",
                name="whyrenewed",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_key_renewal")),
    )
    op.create_table(
        "loan",
        sa.Column("what", sa.String(), nullable=False),
        sa.Column("who", sa.String(), nullable=False),
        sa.Column("lent_on", sa.Date(), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=True),
        sa.Column("back_on", sa.Date(), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint("length(what) BETWEEN 1 AND 200", name=op.f("ck_loan_what")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_loan")),
    )
    with op.batch_alter_table("loan", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_loan_back_on"), ["back_on"], unique=False)

    op.create_table(
        "market_event",
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("on_date", sa.Date(), nullable=False),
        sa.Column("starts", sa.Time(), nullable=False),
        sa.Column("ends", sa.Time(), nullable=False),
        sa.Column("place", sa.String(), nullable=False),
        sa.Column("about", sa.String(), nullable=False),
        sa.Column("network_at", sa.Time(), nullable=True),
        sa.Column("network", sa.String(), nullable=False),
        sa.Column("visitors", sa.Integer(), nullable=True),
        sa.Column("reflection", sa.String(), nullable=False),
        sa.Column("cancelled", sa.String(), nullable=False),
        sa.Column("wide_cm", sa.Integer(), nullable=False),
        sa.Column("high_cm", sa.Integer(), nullable=False),
        sa.Column("route_cm", sa.Integer(), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint("length(name) BETWEEN 1 AND 200", name=op.f("ck_market_event_name")),
        sa.CheckConstraint("route_cm IS NULL OR route_cm BETWEEN 200 AND 2000", name=op.f("ck_market_event_route")),
        sa.CheckConstraint("starts < ends", name=op.f("ck_market_event_order")),
        sa.CheckConstraint(
            "wide_cm BETWEEN 100 AND 50000 AND high_cm BETWEEN 100 AND 50000", name=op.f("ck_market_event_plan")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_market_event")),
    )
    op.create_table(
        "meal_choice",
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("offered", sa.Boolean(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint("length(name) BETWEEN 1 AND 60", name=op.f("ck_meal_choice_name")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_meal_choice")),
        sa.UniqueConstraint("name", name=op.f("uq_meal_choice_name")),
    )
    op.create_table(
        "meeting_spot",
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("about", sa.String(), nullable=False),
        sa.Column("when_said", sa.String(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint("length(name) BETWEEN 1 AND 200", name=op.f("ck_meeting_spot_name")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_meeting_spot")),
    )
    op.create_table(
        "neighbourhood_group",
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("about", sa.String(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint("length(name) BETWEEN 1 AND 200", name=op.f("ck_neighbourhood_group_name")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_neighbourhood_group")),
        sa.UniqueConstraint("name", name=op.f("uq_neighbourhood_group_name")),
    )
    op.create_table(
        "opening_hours",
        sa.Column("weekday", sa.Integer(), nullable=False),
        sa.Column("opens", sa.Time(), nullable=False),
        sa.Column("closes", sa.Time(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint("opens < closes", name=op.f("ck_opening_hours_order")),
        sa.CheckConstraint("weekday BETWEEN 0 AND 6", name=op.f("ck_opening_hours_weekday")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_opening_hours")),
        sa.UniqueConstraint("weekday", name=op.f("uq_opening_hours_weekday")),
    )
    op.create_table(
        "outreach",
        sa.Column("on_date", sa.Date(), nullable=False),
        sa.Column("where_said", sa.String(), nullable=False),
        sa.Column("rung", sa.Integer(), nullable=False),
        sa.Column("spoken", sa.Integer(), nullable=False),
        sa.Column("flyers", sa.Integer(), nullable=False),
        sa.Column("heard", sa.String(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint("rung >= 0 AND spoken BETWEEN 0 AND rung AND flyers >= 0", name=op.f("ck_outreach_numbers")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_outreach")),
    )
    op.create_table(
        "partner",
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("professional", sa.String(), nullable=False),
        sa.Column("professional_role", sa.String(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_partner")),
        sa.UniqueConstraint("name", name=op.f("uq_partner_name")),
    )
    op.create_table(
        "power_cut_pack",
        sa.Column("printed_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("for_date", sa.Date(), nullable=False),
        sa.Column("digest", sa.String(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_power_cut_pack")),
    )
    with op.batch_alter_table("power_cut_pack", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_power_cut_pack_printed_at"), ["printed_at"], unique=False)

    op.create_table(
        "privacy_lines",
        sa.Column("single", sa.Boolean(), nullable=False),
        sa.Column("responsible", sa.String(), nullable=False),
        sa.Column("contact", sa.String(), nullable=False),
        sa.Column("officer", sa.String(), nullable=False),
        sa.Column("processors", sa.String(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_privacy_lines")),
        sa.UniqueConstraint("single", name=op.f("uq_privacy_lines_single")),
    )
    op.create_table(
        "professional_hours",
        sa.Column("month", sa.Date(), nullable=False),
        sa.Column("organisation", sa.String(), nullable=False),
        sa.Column("minutes", sa.Integer(), nullable=False),
        sa.Column("what", sa.String(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint("minutes > 0", name=op.f("ck_professional_hours_minutes")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_professional_hours")),
    )
    op.create_table(
        "programme",
        sa.Column(
            "programme",
            sa.Enum(
                "team",
                "market",
                "neighbourhood",
                "street",
                name="programme",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_programme")),
        sa.UniqueConstraint("programme", name=op.f("uq_programme_programme")),
    )
    op.create_table(
        "recipient",
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("organisation", sa.String(), nullable=False),
        sa.Column("code", sa.String(), nullable=False),
        sa.Column("passphrase", sa.String(), nullable=False),
        sa.Column("secret", sa.LargeBinary(), nullable=False),
        sa.Column("reply_key", sa.LargeBinary(), nullable=True),
        sa.Column("stopped_on", sa.Date(), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint("length(name) BETWEEN 1 AND 200", name=op.f("ck_recipient_name")),
        sa.CheckConstraint("length(passphrase) BETWEEN 1 AND 200", name=op.f("ck_recipient_passphrase")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_recipient")),
        sa.UniqueConstraint("code", name=op.f("uq_recipient_code")),
        sa.UniqueConstraint("name", name=op.f("uq_recipient_name")),
    )
    op.create_table(
        "retention_rule",
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("amount", sa.Integer(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint("amount BETWEEN 0 AND 999", name=op.f("ck_retention_rule_amount")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_retention_rule")),
        sa.UniqueConstraint("kind", name=op.f("uq_retention_rule_kind")),
    )
    op.create_table(
        "retention_run",
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("sure_on", sa.Date(), nullable=True),
        sa.Column("gone", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("kind", name=op.f("pk_retention_run")),
    )
    op.create_table(
        "room",
        sa.Column("single", sa.Boolean(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("street", sa.String(), nullable=False),
        sa.Column("postcode", sa.String(), nullable=False),
        sa.Column("city", sa.String(), nullable=False),
        sa.Column("entrance", sa.String(), nullable=False),
        sa.Column("country", sa.String(), nullable=False),
        sa.Column("timezone", sa.String(), nullable=False),
        sa.Column("phone", sa.String(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint("country IN ('NL', 'BE')", name=op.f("ck_room_country")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_room")),
        sa.UniqueConstraint("single", name=op.f("uq_room_single")),
    )
    op.create_table(
        "scan",
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("begun_on", sa.Date(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint("year BETWEEN 1990 AND 2199", name=op.f("ck_scan_year")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_scan")),
        sa.UniqueConstraint("year", name=op.f("uq_scan_year")),
    )
    op.create_table(
        "sheet_choice",
        sa.Column("sheet", sa.String(), nullable=False),
        sa.Column("choice", sa.String(), nullable=False),
        sa.Column("value", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("sheet", "choice", name=op.f("pk_sheet_choice")),
    )
    op.create_table(
        "shift",
        sa.Column("on_date", sa.Date(), nullable=False),
        sa.Column(
            "part",
            sa.Enum(
                "morning", "afternoon", "evening", name="daypart", native_enum=False, create_constraint=True, length=40
            ),
            nullable=False,
        ),
        sa.Column("starts", sa.Time(), nullable=False),
        sa.Column("ends", sa.Time(), nullable=False),
        sa.Column("hosts", sa.Integer(), nullable=False),
        sa.Column("experienced", sa.Integer(), nullable=False),
        sa.Column("task", sa.String(), nullable=False),
        sa.Column("extra", sa.Boolean(), nullable=False),
        sa.Column("asks_vog", sa.Boolean(), nullable=False),
        sa.Column("asks", sa.String(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint("hosts > 0 AND experienced BETWEEN 0 AND hosts", name=op.f("ck_shift_places")),
        sa.CheckConstraint("starts < ends", name=op.f("ck_shift_order")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_shift")),
        sa.UniqueConstraint("on_date", "part", "task", name=op.f("uq_shift_on_date_part_task")),
    )
    op.create_table(
        "signing_key",
        sa.Column("single", sa.Boolean(), nullable=False),
        sa.Column("private", sa.LargeBinary(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_signing_key")),
        sa.UniqueConstraint("single", name=op.f("uq_signing_key_single")),
    )
    op.create_table(
        "space",
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("capacity", sa.Integer(), nullable=False),
        sa.Column("shared", sa.Boolean(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint("capacity > 0", name=op.f("ck_space_capacity")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_space")),
        sa.UniqueConstraint("name", name=op.f("uq_space_name")),
    )
    op.create_table(
        "spent",
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column(
            "bearer",
            sa.Enum(
                "municipality",
                "housing",
                "care",
                "residents",
                name="bearer",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("what", sa.String(), nullable=False),
        sa.Column("cents", sa.Integer(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint("cents > 0", name=op.f("ck_spent_cents")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_spent")),
    )
    op.create_table(
        "street",
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("willingness", sa.String(), nullable=False),
        sa.Column("energy", sa.String(), nullable=False),
        sa.Column("not_reached", sa.String(), nullable=False),
        sa.Column("stakeholders", sa.String(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint("length(name) BETWEEN 1 AND 200", name=op.f("ck_street_name")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_street")),
        sa.UniqueConstraint("name", name=op.f("uq_street_name")),
    )
    op.create_table(
        "task",
        sa.Column("what", sa.String(), nullable=False),
        sa.Column("when_said", sa.String(), nullable=False),
        sa.Column("asks", sa.String(), nullable=False),
        sa.Column(
            "theme",
            sa.Enum(
                "neighbourhood",
                "community",
                "informal_care",
                "sustainability",
                "personal_development",
                "health",
                name="theme",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("taken_by", sa.String(), nullable=False),
        sa.Column("contact", sa.String(), nullable=False),
        sa.Column("taken_on", sa.Date(), nullable=True),
        sa.Column("ended_on", sa.Date(), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint("length(what) BETWEEN 1 AND 300", name=op.f("ck_task_what")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_task")),
    )
    op.create_table(
        "team",
        sa.Column("single", sa.Boolean(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("started_on", sa.Date(), nullable=False),
        sa.Column("minutes_before", sa.Integer(), nullable=False),
        sa.Column("target_low", sa.Integer(), nullable=False),
        sa.Column("target_high", sa.Integer(), nullable=False),
        sa.Column("members_besides_hosts", sa.Integer(), nullable=False),
        sa.Column("years", sa.Integer(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint("0 <= target_low AND target_low <= target_high", name=op.f("ck_team_target")),
        sa.CheckConstraint("minutes_before >= 0 AND members_besides_hosts >= 0", name=op.f("ck_team_counts")),
        sa.CheckConstraint("years BETWEEN 1 AND 20", name=op.f("ck_team_years")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_team")),
        sa.UniqueConstraint("single", name=op.f("uq_team_single")),
    )
    op.create_table(
        "team_meeting",
        sa.Column("on_date", sa.Date(), nullable=False),
        sa.Column("starts", sa.Time(), nullable=False),
        sa.Column("ends", sa.Time(), nullable=False),
        sa.Column("agenda", sa.String(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint("starts < ends", name=op.f("ck_team_meeting_order")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_team_meeting")),
    )
    op.create_table(
        "tombstone",
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("row_id", sa.Uuid(), nullable=False),
        sa.Column("columns", sa.String(), nullable=False),
        sa.Column("erased_on", sa.Date(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_tombstone")),
        sa.UniqueConstraint("kind", "row_id", "columns", name=op.f("uq_tombstone_kind_row_id_columns")),
    )
    op.create_table(
        "training_topic",
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("every_months", sa.Integer(), nullable=True),
        sa.Column("for_all", sa.Boolean(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint("every_months IS NULL OR every_months > 0", name=op.f("ck_training_topic_every")),
        sa.CheckConstraint("length(name) BETWEEN 1 AND 200", name=op.f("ck_training_topic_name")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_training_topic")),
        sa.UniqueConstraint("name", name=op.f("uq_training_topic_name")),
    )
    op.create_table(
        "unit_value",
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("counts", sa.String(), nullable=False),
        sa.Column(
            "bearer",
            sa.Enum(
                "municipality",
                "housing",
                "care",
                "residents",
                name="bearer",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("field", sa.String(), nullable=False),
        sa.Column("low_cents", sa.Integer(), nullable=False),
        sa.Column("high_cents", sa.Integer(), nullable=False),
        sa.Column("source", sa.String(), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint("length(source) BETWEEN 1 AND 300", name=op.f("ck_unit_value_source")),
        sa.CheckConstraint("low_cents >= 0 AND low_cents <= high_cents", name=op.f("ck_unit_value_range")),
        sa.CheckConstraint("year BETWEEN 1990 AND 2199", name=op.f("ck_unit_value_year")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_unit_value")),
    )
    op.create_table(
        "visit_week",
        sa.Column("monday", sa.Date(), nullable=False),
        sa.Column(
            "purpose",
            sa.Enum(
                "walk_in",
                "activity",
                "help",
                "child",
                name="purpose",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("persons", sa.Integer(), nullable=False),
        sa.Column("named", sa.Integer(), nullable=False),
        sa.Column("children", sa.Integer(), nullable=False),
        sa.Column("first_time", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("monday", "purpose", name=op.f("pk_visit_week")),
    )
    op.create_table(
        "visitor",
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("hint", sa.String(), nullable=False),
        sa.Column("terms", sa.String(), nullable=False),
        sa.Column("first_seen_on", sa.Date(), nullable=False),
        sa.Column("may_remember", sa.Boolean(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint("length(hint) <= 200", name=op.f("ck_visitor_hint")),
        sa.CheckConstraint("length(name) BETWEEN 1 AND 200", name=op.f("ck_visitor_name")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_visitor")),
        sa.UniqueConstraint("name", "hint", name=op.f("uq_visitor_name_hint")),
    )
    op.create_table(
        "week_groups",
        sa.Column("single", sa.Boolean(), nullable=False),
        sa.Column("groups", sa.Integer(), nullable=False),
        sa.Column("first_monday", sa.Date(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint("groups BETWEEN 2 AND 9", name=op.f("ck_week_groups_groups")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_week_groups")),
        sa.UniqueConstraint("single", name=op.f("uq_week_groups_single")),
    )
    op.create_table(
        "wrong_try",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_wrong_try")),
    )
    op.create_table(
        "allowance",
        sa.Column("host_id", sa.Uuid(), nullable=False),
        sa.Column("month", sa.Date(), nullable=False),
        sa.Column("on_date", sa.Date(), nullable=False),
        sa.Column(
            "kind",
            sa.Enum("expenses", "travel", name="allowancekind", native_enum=False, create_constraint=True, length=40),
            nullable=False,
        ),
        sa.Column("amount", sa.Integer(), nullable=False),
        sa.Column("cents", sa.Integer(), nullable=False),
        sa.Column("note", sa.String(), nullable=False),
        sa.Column("above_cap", sa.Boolean(), nullable=False),
        sa.Column("paid_on", sa.Date(), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint("cents > 0 AND amount >= 0", name=op.f("ck_allowance_amounts")),
        sa.CheckConstraint("length(note) <= 200", name=op.f("ck_allowance_note")),
        sa.ForeignKeyConstraint(
            ["host_id"], ["host.id"], name=op.f("fk_allowance_host_id"), initially="DEFERRED", deferrable=True
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_allowance")),
    )
    with op.batch_alter_table("allowance", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_allowance_host_id"), ["host_id"], unique=False)

    op.create_table(
        "along",
        sa.Column("shift_id", sa.Uuid(), nullable=False),
        sa.Column("host_id", sa.Uuid(), nullable=False),
        sa.Column("with_id", sa.Uuid(), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["host_id"], ["host.id"], name=op.f("fk_along_host_id"), initially="DEFERRED", deferrable=True
        ),
        sa.ForeignKeyConstraint(
            ["shift_id"], ["shift.id"], name=op.f("fk_along_shift_id"), initially="DEFERRED", deferrable=True
        ),
        sa.ForeignKeyConstraint(
            ["with_id"], ["host.id"], name=op.f("fk_along_with_id"), initially="DEFERRED", deferrable=True
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_along")),
        sa.UniqueConstraint("shift_id", "host_id", name=op.f("uq_along_shift_id_host_id")),
    )
    with op.batch_alter_table("along", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_along_host_id"), ["host_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_along_shift_id"), ["shift_id"], unique=False)

    op.create_table(
        "archive",
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("brought_in", sa.Boolean(), nullable=False),
        sa.Column("made_by", sa.Uuid(), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["made_by"], ["host.id"], name=op.f("fk_archive_made_by"), initially="DEFERRED", deferrable=True
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_archive")),
    )
    op.create_table(
        "availability",
        sa.Column("host_id", sa.Uuid(), nullable=False),
        sa.Column("weekday", sa.Integer(), nullable=False),
        sa.Column(
            "part",
            sa.Enum(
                "morning", "afternoon", "evening", name="daypart", native_enum=False, create_constraint=True, length=40
            ),
            nullable=False,
        ),
        sa.Column(
            "willing",
            sa.Enum(
                "can", "rather_not", "last_resort", name="willing", native_enum=False, create_constraint=True, length=40
            ),
            nullable=False,
        ),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint("weekday BETWEEN 0 AND 6", name=op.f("ck_availability_weekday")),
        sa.ForeignKeyConstraint(
            ["host_id"], ["host.id"], name=op.f("fk_availability_host_id"), initially="DEFERRED", deferrable=True
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_availability")),
        sa.UniqueConstraint("host_id", "weekday", "part", name=op.f("uq_availability_host_id_weekday_part")),
    )
    with op.batch_alter_table("availability", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_availability_host_id"), ["host_id"], unique=False)

    op.create_table(
        "booking",
        sa.Column("who", sa.String(), nullable=False),
        sa.Column("phone", sa.String(), nullable=False),
        sa.Column("space_id", sa.Uuid(), nullable=False),
        sa.Column("rrule", sa.String(), nullable=False),
        sa.Column("first_date", sa.Date(), nullable=False),
        sa.Column("last_date", sa.Date(), nullable=True),
        sa.Column("starts", sa.Time(), nullable=False),
        sa.Column("ends", sa.Time(), nullable=False),
        sa.Column("set_up_minutes", sa.Integer(), nullable=False),
        sa.Column("clear_minutes", sa.Integer(), nullable=False),
        sa.Column("persons", sa.Integer(), nullable=True),
        sa.Column("open_to_visitors", sa.Boolean(), nullable=False),
        sa.Column("on_wall", sa.Boolean(), nullable=False),
        sa.Column("arrangement", sa.String(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint("length(who) BETWEEN 1 AND 200", name=op.f("ck_booking_who")),
        sa.CheckConstraint("persons IS NULL OR persons > 0", name=op.f("ck_booking_persons")),
        sa.CheckConstraint("set_up_minutes >= 0 AND clear_minutes >= 0", name=op.f("ck_booking_minutes")),
        sa.CheckConstraint("starts < ends", name=op.f("ck_booking_order")),
        sa.ForeignKeyConstraint(
            ["space_id"], ["space.id"], name=op.f("fk_booking_space_id"), initially="DEFERRED", deferrable=True
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_booking")),
    )
    with op.batch_alter_table("booking", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_booking_first_date_booking_last_date"), ["first_date", "last_date"], unique=False
        )
        batch_op.create_index(batch_op.f("ix_booking_space_id"), ["space_id"], unique=False)

    op.create_table(
        "call_if_missed",
        sa.Column("visitor_id", sa.Uuid(), nullable=False),
        sa.Column("phone", sa.String(), nullable=False),
        sa.Column("also_call", sa.String(), nullable=False),
        sa.Column("consent_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("consent_to", sa.Uuid(), nullable=True),
        sa.Column("consent_text", sa.String(), nullable=False),
        sa.Column("away_until", sa.Date(), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["consent_to"],
            ["host.id"],
            name=op.f("fk_call_if_missed_consent_to"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["visitor_id"],
            ["visitor.id"],
            name=op.f("fk_call_if_missed_visitor_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_call_if_missed")),
        sa.UniqueConstraint("visitor_id", name=op.f("uq_call_if_missed_visitor_id")),
    )
    with op.batch_alter_table("call_if_missed", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_call_if_missed_consent_to"), ["consent_to"], unique=False)

    op.create_table(
        "certificate",
        sa.Column("host_id", sa.Uuid(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("got_on", sa.Date(), nullable=False),
        sa.Column("until", sa.Date(), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint("length(name) BETWEEN 1 AND 200", name=op.f("ck_certificate_name")),
        sa.ForeignKeyConstraint(
            ["host_id"], ["host.id"], name=op.f("fk_certificate_host_id"), initially="DEFERRED", deferrable=True
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_certificate")),
        sa.UniqueConstraint("host_id", "name", name=op.f("uq_certificate_host_id_name")),
    )
    with op.batch_alter_table("certificate", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_certificate_host_id"), ["host_id"], unique=False)

    op.create_table(
        "closure",
        sa.Column("first", sa.Date(), nullable=False),
        sa.Column("last", sa.Date(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("space_id", sa.Uuid(), nullable=True),
        sa.Column("starts", sa.Time(), nullable=True),
        sa.Column("ends", sa.Time(), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "(starts IS NULL AND ends IS NULL) OR (starts IS NOT NULL AND ends IS NOT NULL AND starts < ends)",
            name=op.f("ck_closure_times"),
        ),
        sa.CheckConstraint("first <= last", name=op.f("ck_closure_order")),
        sa.ForeignKeyConstraint(
            ["space_id"], ["space.id"], name=op.f("fk_closure_space_id"), initially="DEFERRED", deferrable=True
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_closure")),
    )
    with op.batch_alter_table("closure", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_closure_space_id"), ["space_id"], unique=False)

    op.create_table(
        "concern",
        sa.Column("on_date", sa.Date(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("written_by", sa.Uuid(), nullable=True),
        sa.Column("recipient", sa.Uuid(), nullable=True),
        sa.Column("urgent", sa.Boolean(), nullable=False),
        sa.Column("review_on", sa.Date(), nullable=True),
        sa.Column("seen_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("weighed", sa.String(), nullable=False),
        sa.Column("closed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint("length(text) <= 10000", name=op.f("ck_concern_text")),
        sa.ForeignKeyConstraint(
            ["recipient"], ["host.id"], name=op.f("fk_concern_recipient"), initially="DEFERRED", deferrable=True
        ),
        sa.ForeignKeyConstraint(
            ["written_by"], ["host.id"], name=op.f("fk_concern_written_by"), initially="DEFERRED", deferrable=True
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_concern")),
    )
    with op.batch_alter_table("concern", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_concern_closed_at"), ["closed_at"], unique=False)
        batch_op.create_index(batch_op.f("ix_concern_on_date"), ["on_date"], unique=False)
        batch_op.create_index(batch_op.f("ix_concern_written_by"), ["written_by"], unique=False)

    op.create_table(
        "consent",
        sa.Column(
            "purpose",
            sa.Enum(
                "name",
                "call",
                "contact",
                "question",
                "together",
                "testimonial",
                name="consentfor",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("visitor_id", sa.Uuid(), nullable=True),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("given_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("taken_by", sa.Uuid(), nullable=True),
        sa.Column("under_16", sa.Boolean(), nullable=False),
        sa.Column("parent", sa.String(), nullable=False),
        sa.Column("withdrawn_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint("under_16 OR parent = ''", name=op.f("ck_consent_parent")),
        sa.CheckConstraint("length(text) <= 10000", name=op.f("ck_consent_text")),
        sa.ForeignKeyConstraint(
            ["taken_by"], ["host.id"], name=op.f("fk_consent_taken_by"), initially="DEFERRED", deferrable=True
        ),
        sa.ForeignKeyConstraint(
            ["visitor_id"], ["visitor.id"], name=op.f("fk_consent_visitor_id"), initially="DEFERRED", deferrable=True
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_consent")),
    )
    with op.batch_alter_table("consent", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_consent_visitor_id"), ["visitor_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_consent_withdrawn_at"), ["withdrawn_at"], unique=False)

    op.create_table(
        "contributed",
        sa.Column("host_id", sa.Uuid(), nullable=False),
        sa.Column("on_date", sa.Date(), nullable=False),
        sa.Column("starts", sa.Time(), nullable=False),
        sa.Column("ends", sa.Time(), nullable=False),
        sa.Column(
            "kind",
            sa.Enum(
                "meeting", "training", "other", name="hourskind", native_enum=False, create_constraint=True, length=40
            ),
            nullable=False,
        ),
        sa.Column("what", sa.String(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint("length(what) <= 200", name=op.f("ck_contributed_what")),
        sa.CheckConstraint("starts < ends", name=op.f("ck_contributed_order")),
        sa.ForeignKeyConstraint(
            ["host_id"], ["host.id"], name=op.f("fk_contributed_host_id"), initially="DEFERRED", deferrable=True
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_contributed")),
    )
    with op.batch_alter_table("contributed", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_contributed_host_id"), ["host_id"], unique=False)

    op.create_table(
        "cover_call",
        sa.Column("shift_id", sa.Uuid(), nullable=False),
        sa.Column("host_id", sa.Uuid(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column(
            "result",
            sa.Enum("yes", "no", "no_answer", name="callresult", native_enum=False, create_constraint=True, length=40),
            nullable=False,
        ),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["host_id"], ["host.id"], name=op.f("fk_cover_call_host_id"), initially="DEFERRED", deferrable=True
        ),
        sa.ForeignKeyConstraint(
            ["shift_id"], ["shift.id"], name=op.f("fk_cover_call_shift_id"), initially="DEFERRED", deferrable=True
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_cover_call")),
    )
    with op.batch_alter_table("cover_call", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_cover_call_host_id"), ["host_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_cover_call_shift_id"), ["shift_id"], unique=False)

    op.create_table(
        "cover_offer",
        sa.Column("shift_id", sa.Uuid(), nullable=False),
        sa.Column("host_id", sa.Uuid(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["host_id"], ["host.id"], name=op.f("fk_cover_offer_host_id"), initially="DEFERRED", deferrable=True
        ),
        sa.ForeignKeyConstraint(
            ["shift_id"], ["shift.id"], name=op.f("fk_cover_offer_shift_id"), initially="DEFERRED", deferrable=True
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_cover_offer")),
        sa.UniqueConstraint("shift_id", "host_id", name=op.f("uq_cover_offer_shift_id_host_id")),
    )
    with op.batch_alter_table("cover_offer", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_cover_offer_host_id"), ["host_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_cover_offer_shift_id"), ["shift_id"], unique=False)

    op.create_table(
        "day",
        sa.Column("on_date", sa.Date(), nullable=False),
        sa.Column("opened_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("closed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("opened_by", sa.Uuid(), nullable=True),
        sa.Column("closed_by", sa.Uuid(), nullable=True),
        sa.Column("closed_afterwards", sa.Boolean(), nullable=False),
        sa.Column("round_done", sa.String(), nullable=False),
        sa.Column("key_with", sa.String(), nullable=False),
        sa.Column("signed_first", sa.String(), nullable=False),
        sa.Column("signed_second", sa.String(), nullable=False),
        sa.Column("report", sa.String(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint("length(report) <= 10000", name=op.f("ck_day_report")),
        sa.ForeignKeyConstraint(
            ["closed_by"], ["host.id"], name=op.f("fk_day_closed_by"), initially="DEFERRED", deferrable=True
        ),
        sa.ForeignKeyConstraint(
            ["opened_by"], ["host.id"], name=op.f("fk_day_opened_by"), initially="DEFERRED", deferrable=True
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_day")),
        sa.UniqueConstraint("on_date", name=op.f("uq_day_on_date")),
    )
    with op.batch_alter_table("day", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_day_closed_at_day_on_date"), ["closed_at", "on_date"], unique=False)

    op.create_table(
        "export",
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("first", sa.Date(), nullable=False),
        sa.Column("last", sa.Date(), nullable=False),
        sa.Column("check_code", sa.String(), nullable=False),
        sa.Column("log_id", sa.Uuid(), nullable=False),
        sa.Column("reply_secret", sa.LargeBinary(), nullable=False),
        sa.Column("names_because", sa.String(), nullable=False),
        sa.Column("recipient_id", sa.Uuid(), nullable=True),
        sa.Column("made_by", sa.Uuid(), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint("first <= last", name=op.f("ck_export_order")),
        sa.ForeignKeyConstraint(
            ["made_by"], ["host.id"], name=op.f("fk_export_made_by"), initially="DEFERRED", deferrable=True
        ),
        sa.ForeignKeyConstraint(
            ["recipient_id"],
            ["recipient.id"],
            name=op.f("fk_export_recipient_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_export")),
        sa.UniqueConstraint("log_id", name=op.f("uq_export_log_id")),
    )
    with op.batch_alter_table("export", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_export_made_by"), ["made_by"], unique=False)
        batch_op.create_index(batch_op.f("ix_export_recipient_id"), ["recipient_id"], unique=False)

    op.create_table(
        "fixed_shift",
        sa.Column("host_id", sa.Uuid(), nullable=False),
        sa.Column("weekday", sa.Integer(), nullable=False),
        sa.Column(
            "part",
            sa.Enum(
                "morning", "afternoon", "evening", name="daypart", native_enum=False, create_constraint=True, length=40
            ),
            nullable=False,
        ),
        sa.Column("task", sa.String(), nullable=False),
        sa.Column("every", sa.Integer(), nullable=False),
        sa.Column("first_on", sa.Date(), nullable=False),
        sa.Column("last_on", sa.Date(), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint("every BETWEEN 1 AND 8", name=op.f("ck_fixed_shift_every")),
        sa.CheckConstraint("last_on IS NULL OR first_on <= last_on", name=op.f("ck_fixed_shift_order")),
        sa.CheckConstraint("weekday BETWEEN 0 AND 6", name=op.f("ck_fixed_shift_weekday")),
        sa.ForeignKeyConstraint(
            ["host_id"], ["host.id"], name=op.f("fk_fixed_shift_host_id"), initially="DEFERRED", deferrable=True
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_fixed_shift")),
        sa.UniqueConstraint(
            "host_id", "weekday", "part", "task", name=op.f("uq_fixed_shift_host_id_weekday_part_task")
        ),
    )
    with op.batch_alter_table("fixed_shift", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_fixed_shift_host_id"), ["host_id"], unique=False)

    op.create_table(
        "handover_note",
        sa.Column("on_date", sa.Date(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("written_by", sa.Uuid(), nullable=True),
        sa.Column("for_host", sa.Uuid(), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint("length(text) BETWEEN 1 AND 10000", name=op.f("ck_handover_note_text")),
        sa.ForeignKeyConstraint(
            ["for_host"], ["host.id"], name=op.f("fk_handover_note_for_host"), initially="DEFERRED", deferrable=True
        ),
        sa.ForeignKeyConstraint(
            ["written_by"], ["host.id"], name=op.f("fk_handover_note_written_by"), initially="DEFERRED", deferrable=True
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_handover_note")),
    )
    with op.batch_alter_table("handover_note", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_handover_note_for_host"), ["for_host"], unique=False)
        batch_op.create_index(batch_op.f("ix_handover_note_on_date"), ["on_date"], unique=False)
        batch_op.create_index(batch_op.f("ix_handover_note_written_by"), ["written_by"], unique=False)

    op.create_table(
        "hard_day",
        sa.Column(
            "kind",
            sa.Enum(
                "moving",
                "handing_over",
                "lost_stick",
                "turn_of_year",
                name="hardday",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("begun_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ended_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("year", sa.Integer(), nullable=True),
        sa.Column("host_id", sa.Uuid(), nullable=True),
        sa.Column("from_id", sa.Uuid(), nullable=True),
        sa.Column("device", sa.String(), nullable=False),
        sa.Column("check", sa.String(), nullable=False),
        sa.Column("packed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("visits", sa.Integer(), nullable=False),
        sa.Column("wishes", sa.Integer(), nullable=False),
        sa.Column("hosts", sa.Integer(), nullable=False),
        sa.Column("last_visit", sa.Date(), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint("visits >= 0 AND wishes >= 0 AND hosts >= 0", name=op.f("ck_hard_day_figures")),
        sa.ForeignKeyConstraint(
            ["from_id"], ["host.id"], name=op.f("fk_hard_day_from_id"), initially="DEFERRED", deferrable=True
        ),
        sa.ForeignKeyConstraint(
            ["host_id"], ["host.id"], name=op.f("fk_hard_day_host_id"), initially="DEFERRED", deferrable=True
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_hard_day")),
    )
    with op.batch_alter_table("hard_day", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_hard_day_host_id"), ["host_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_hard_day_kind_hard_day_begun_at"), ["kind", "begun_at"], unique=False)

    op.create_table(
        "home_helper",
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("named_on", sa.Date(), nullable=False),
        sa.Column("named_by", sa.Uuid(), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint("length(name) BETWEEN 1 AND 200", name=op.f("ck_home_helper_name")),
        sa.ForeignKeyConstraint(
            ["named_by"], ["host.id"], name=op.f("fk_home_helper_named_by"), initially="DEFERRED", deferrable=True
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_home_helper")),
        sa.UniqueConstraint("name", name=op.f("uq_home_helper_name")),
    )
    op.create_table(
        "host_card",
        sa.Column("host_id", sa.Uuid(), nullable=False),
        sa.Column("birth_day", sa.Integer(), nullable=True),
        sa.Column("birth_month", sa.Integer(), nullable=True),
        sa.Column("first_talk_on", sa.Date(), nullable=True),
        sa.Column("agreed_on", sa.Date(), nullable=True),
        sa.Column("vog_seen_on", sa.Date(), nullable=True),
        sa.Column("vog_renew_on", sa.Date(), nullable=True),
        sa.Column("wants_allowance", sa.Boolean(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "(birth_day IS NULL AND birth_month IS NULL) OR (birth_day BETWEEN 1 AND 31 AND birth_month BETWEEN 1 AND 12)",
            name=op.f("ck_host_card_birthday"),
        ),
        sa.ForeignKeyConstraint(
            ["host_id"], ["host.id"], name=op.f("fk_host_card_host_id"), initially="DEFERRED", deferrable=True
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_host_card")),
        sa.UniqueConstraint("host_id", name=op.f("uq_host_card_host_id")),
    )
    op.create_table(
        "house_key",
        sa.Column("number", sa.String(), nullable=False),
        sa.Column("host_id", sa.Uuid(), nullable=False),
        sa.Column("out_on", sa.Date(), nullable=False),
        sa.Column("back_on", sa.Date(), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint("back_on IS NULL OR back_on >= out_on", name=op.f("ck_house_key_order")),
        sa.CheckConstraint("length(number) BETWEEN 1 AND 200", name=op.f("ck_house_key_number")),
        sa.ForeignKeyConstraint(
            ["host_id"], ["host.id"], name=op.f("fk_house_key_host_id"), initially="DEFERRED", deferrable=True
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_house_key")),
    )
    with op.batch_alter_table("house_key", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_house_key_host_id"), ["host_id"], unique=False)

    op.create_table(
        "incident",
        sa.Column("on_date", sa.Date(), nullable=False),
        sa.Column("happened_at", sa.Time(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column(
            "kind",
            sa.Enum(
                "fall",
                "quarrel",
                "theft",
                "other",
                name="incidentkind",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("facts", sa.String(), nullable=False),
        sa.Column("called", sa.String(), nullable=False),
        sa.Column("witness", sa.String(), nullable=False),
        sa.Column("written_by", sa.Uuid(), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint("length(facts) <= 10000", name=op.f("ck_incident_facts")),
        sa.ForeignKeyConstraint(
            ["written_by"], ["host.id"], name=op.f("fk_incident_written_by"), initially="DEFERRED", deferrable=True
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_incident")),
    )
    with op.batch_alter_table("incident", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_incident_on_date"), ["on_date"], unique=False)
        batch_op.create_index(batch_op.f("ix_incident_written_by"), ["written_by"], unique=False)

    op.create_table(
        "journal_change",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("unit_id", sa.Uuid(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("row_id", sa.Uuid(), nullable=False),
        sa.Column("action", sa.String(), nullable=False),
        sa.Column("version_before", sa.Integer(), nullable=False),
        sa.Column("version_after", sa.Integer(), nullable=False),
        sa.Column("fields", sa.JSON(), nullable=False),
        sa.Column("before", sa.JSON(none_as_null=True), nullable=True),
        sa.CheckConstraint("action IN ('insert', 'update', 'delete')", name=op.f("ck_journal_change_action")),
        sa.ForeignKeyConstraint(
            ["unit_id"],
            ["journal_unit.id"],
            name=op.f("fk_journal_change_unit_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_journal_change")),
    )
    with op.batch_alter_table("journal_change", schema=None) as batch_op:
        batch_op.create_index(
            "ix_journal_change_held",
            ["unit_id"],
            unique=False,
            sqlite_where=sa.text("before IS NOT NULL"),
            postgresql_where=sa.text("before IS NOT NULL"),
        )
        batch_op.create_index(
            batch_op.f("ix_journal_change_kind_journal_change_row_id"), ["kind", "row_id"], unique=False
        )
        batch_op.create_index(batch_op.f("ix_journal_change_unit_id"), ["unit_id"], unique=False)

    op.create_table(
        "key_entry",
        sa.Column("host_id", sa.Uuid(), nullable=True),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["host_id"], ["host.id"], name=op.f("fk_key_entry_host_id"), initially="DEFERRED", deferrable=True
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_key_entry")),
    )
    with op.batch_alter_table("key_entry", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_key_entry_host_id"), ["host_id"], unique=False)

    op.create_table(
        "key_holder",
        sa.Column("slot", sa.Uuid(), nullable=False),
        sa.Column("host_id", sa.Uuid(), nullable=True),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column(
            "held_as",
            sa.Enum("passphrase", "stick", name="heldas", native_enum=False, create_constraint=True, length=40),
            nullable=False,
        ),
        sa.Column("made_on", sa.Date(), nullable=False),
        sa.Column("gone_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint("host_id IS NULL OR name = ''", name=op.f("ck_key_holder_one_name")),
        sa.CheckConstraint("length(name) <= 200", name=op.f("ck_key_holder_name")),
        sa.ForeignKeyConstraint(
            ["host_id"], ["host.id"], name=op.f("fk_key_holder_host_id"), initially="DEFERRED", deferrable=True
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_key_holder")),
        sa.UniqueConstraint("slot", name=op.f("uq_key_holder_slot")),
    )
    with op.batch_alter_table("key_holder", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_key_holder_host_id"), ["host_id"], unique=False)

    op.create_table(
        "market_element",
        sa.Column("event_id", sa.Uuid(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column(
            "kind",
            sa.Enum(
                "stall",
                "children",
                "workshop",
                "performance",
                name="elementkind",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("owner", sa.String(), nullable=False),
        sa.Column("contact", sa.String(), nullable=False),
        sa.Column("starts", sa.Time(), nullable=True),
        sa.Column("ends", sa.Time(), nullable=True),
        sa.Column("place", sa.String(), nullable=False),
        sa.Column(
            "motive",
            sa.Enum(
                "meeting",
                "connection",
                "relaxation",
                "discovery",
                name="motive",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("needs", sa.String(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "(starts IS NULL) = (ends IS NULL) AND (starts IS NULL OR starts < ends)",
            name=op.f("ck_market_element_order"),
        ),
        sa.CheckConstraint("length(name) BETWEEN 1 AND 200", name=op.f("ck_market_element_name")),
        sa.ForeignKeyConstraint(
            ["event_id"],
            ["market_event.id"],
            name=op.f("fk_market_element_event_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_market_element")),
        sa.UniqueConstraint("event_id", "number", name=op.f("uq_market_element_event_id_number")),
    )
    with op.batch_alter_table("market_element", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_market_element_event_id"), ["event_id"], unique=False)

    op.create_table(
        "market_goal",
        sa.Column("event_id", sa.Uuid(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("goal", sa.String(), nullable=False),
        sa.Column("outcome", sa.String(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint("length(goal) BETWEEN 1 AND 500", name=op.f("ck_market_goal_goal")),
        sa.ForeignKeyConstraint(
            ["event_id"],
            ["market_event.id"],
            name=op.f("fk_market_goal_event_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_market_goal")),
    )
    with op.batch_alter_table("market_goal", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_market_goal_event_id"), ["event_id"], unique=False)

    op.create_table(
        "market_role",
        sa.Column("event_id", sa.Uuid(), nullable=False),
        sa.Column(
            "role",
            sa.Enum(
                "producer",
                "community_builder",
                "production_lead",
                "programmer",
                "promotion",
                name="eventrole",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("host_id", sa.Uuid(), nullable=True),
        sa.Column("contact", sa.String(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["event_id"],
            ["market_event.id"],
            name=op.f("fk_market_role_event_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["host_id"], ["host.id"], name=op.f("fk_market_role_host_id"), initially="DEFERRED", deferrable=True
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_market_role")),
    )
    with op.batch_alter_table("market_role", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_market_role_event_id"), ["event_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_market_role_host_id"), ["host_id"], unique=False)

    op.create_table(
        "market_session",
        sa.Column("event_id", sa.Uuid(), nullable=False),
        sa.Column(
            "kind",
            sa.Enum(
                "start",
                "meeting",
                "working",
                "day",
                name="sessionkind",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("on_date", sa.Date(), nullable=False),
        sa.Column("starts", sa.Time(), nullable=False),
        sa.Column("ends", sa.Time(), nullable=False),
        sa.Column("about", sa.String(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint("starts < ends", name=op.f("ck_market_session_order")),
        sa.ForeignKeyConstraint(
            ["event_id"],
            ["market_event.id"],
            name=op.f("fk_market_session_event_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_market_session")),
    )
    with op.batch_alter_table("market_session", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_market_session_event_id"), ["event_id"], unique=False)

    op.create_table(
        "missed_contact",
        sa.Column("visitor_id", sa.Uuid(), nullable=False),
        sa.Column("on_date", sa.Date(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column(
            "result",
            sa.Enum(
                "comes_again",
                "not_reached",
                "concern",
                "away",
                name="missedresult",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("written_by", sa.Uuid(), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["visitor_id"],
            ["visitor.id"],
            name=op.f("fk_missed_contact_visitor_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["written_by"],
            ["host.id"],
            name=op.f("fk_missed_contact_written_by"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_missed_contact")),
    )
    with op.batch_alter_table("missed_contact", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_missed_contact_visitor_id"), ["visitor_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_missed_contact_written_by"), ["written_by"], unique=False)

    op.create_table(
        "new_tie",
        sa.Column("event_id", sa.Uuid(), nullable=False),
        sa.Column("between", sa.String(), nullable=False),
        sa.Column("and_with", sa.String(), nullable=False),
        sa.Column("about", sa.String(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["event_id"], ["market_event.id"], name=op.f("fk_new_tie_event_id"), initially="DEFERRED", deferrable=True
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_new_tie")),
    )
    with op.batch_alter_table("new_tie", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_new_tie_event_id"), ["event_id"], unique=False)

    op.create_table(
        "other_times",
        sa.Column("host_id", sa.Uuid(), nullable=False),
        sa.Column("first", sa.Date(), nullable=False),
        sa.Column("last", sa.Date(), nullable=False),
        sa.Column(
            "part",
            sa.Enum(
                "morning", "afternoon", "evening", name="daypart", native_enum=False, create_constraint=True, length=40
            ),
            nullable=True,
        ),
        sa.Column("extra", sa.Boolean(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint("first <= last", name=op.f("ck_other_times_order")),
        sa.ForeignKeyConstraint(
            ["host_id"], ["host.id"], name=op.f("fk_other_times_host_id"), initially="DEFERRED", deferrable=True
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_other_times")),
    )
    with op.batch_alter_table("other_times", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_other_times_host_id"), ["host_id"], unique=False)

    op.create_table(
        "permit_step",
        sa.Column("event_id", sa.Uuid(), nullable=False),
        sa.Column("what", sa.String(), nullable=False),
        sa.Column("weeks_before", sa.Integer(), nullable=False),
        sa.Column("asked_on", sa.Date(), nullable=True),
        sa.Column("done_on", sa.Date(), nullable=True),
        sa.Column("answer", sa.String(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint("weeks_before BETWEEN 0 AND 104", name=op.f("ck_permit_step_weeks")),
        sa.ForeignKeyConstraint(
            ["event_id"],
            ["market_event.id"],
            name=op.f("fk_permit_step_event_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_permit_step")),
    )
    with op.batch_alter_table("permit_step", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_permit_step_event_id"), ["event_id"], unique=False)

    op.create_table(
        "pin",
        sa.Column("host_id", sa.Uuid(), nullable=False),
        sa.Column("hash", sa.String(), nullable=False),
        sa.Column("wrong_tries", sa.Integer(), nullable=False),
        sa.Column("wrong_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint("wrong_tries >= 0", name=op.f("ck_pin_tries")),
        sa.ForeignKeyConstraint(
            ["host_id"],
            ["host.id"],
            name=op.f("fk_pin_host_id"),
            ondelete="CASCADE",
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_pin")),
        sa.UniqueConstraint("host_id", name=op.f("uq_pin_host_id")),
    )
    with op.batch_alter_table("pin", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_pin_host_id"), ["host_id"], unique=False)

    op.create_table(
        "place",
        sa.Column("shift_id", sa.Uuid(), nullable=False),
        sa.Column("host_id", sa.Uuid(), nullable=False),
        sa.Column("replaces_id", sa.Uuid(), nullable=True),
        sa.Column("filled", sa.Boolean(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["host_id"], ["host.id"], name=op.f("fk_place_host_id"), initially="DEFERRED", deferrable=True
        ),
        sa.ForeignKeyConstraint(
            ["replaces_id"], ["place.id"], name=op.f("fk_place_replaces_id"), initially="DEFERRED", deferrable=True
        ),
        sa.ForeignKeyConstraint(
            ["shift_id"], ["shift.id"], name=op.f("fk_place_shift_id"), initially="DEFERRED", deferrable=True
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_place")),
        sa.UniqueConstraint("replaces_id", name=op.f("uq_place_replaces_id")),
    )
    with op.batch_alter_table("place", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_place_host_id"), ["host_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_place_shift_id"), ["shift_id"], unique=False)

    op.create_table(
        "resource",
        sa.Column(
            "kind",
            sa.Enum(
                "association",
                "church",
                "service",
                "shop",
                "school",
                "resident",
                "place",
                name="resourcekind",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("adds", sa.String(), nullable=False),
        sa.Column("contact", sa.String(), nullable=False),
        sa.Column("phone", sa.String(), nullable=False),
        sa.Column("address", sa.String(), nullable=False),
        sa.Column("partner_id", sa.Uuid(), nullable=True),
        sa.Column("x", sa.Integer(), nullable=True),
        sa.Column("y", sa.Integer(), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "(x IS NULL) = (y IS NULL) AND (x IS NULL OR (x BETWEEN 0 AND 1000 AND y BETWEEN 0 AND 1000))",
            name=op.f("ck_resource_place"),
        ),
        sa.CheckConstraint("length(name) BETWEEN 1 AND 200", name=op.f("ck_resource_name")),
        sa.ForeignKeyConstraint(
            ["partner_id"], ["partner.id"], name=op.f("fk_resource_partner_id"), initially="DEFERRED", deferrable=True
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_resource")),
    )
    with op.batch_alter_table("resource", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_resource_partner_id"), ["partner_id"], unique=False)

    op.create_table(
        "result",
        sa.Column("on_date", sa.Date(), nullable=False),
        sa.Column("what", sa.String(), nullable=False),
        sa.Column("unit", sa.String(), nullable=False),
        sa.Column("many", sa.Integer(), nullable=False),
        sa.Column(
            "theme",
            sa.Enum(
                "neighbourhood",
                "community",
                "informal_care",
                "sustainability",
                "personal_development",
                "health",
                name="theme",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("agreement_id", sa.Uuid(), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint("many > 0", name=op.f("ck_result_many")),
        sa.ForeignKeyConstraint(
            ["agreement_id"],
            ["agreement.id"],
            name=op.f("fk_result_agreement_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_result")),
    )
    with op.batch_alter_table("result", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_result_agreement_id"), ["agreement_id"], unique=False)

    op.create_table(
        "run_step",
        sa.Column("event_id", sa.Uuid(), nullable=False),
        sa.Column("at", sa.Time(), nullable=False),
        sa.Column("what", sa.String(), nullable=False),
        sa.Column("who", sa.String(), nullable=False),
        sa.Column("place", sa.String(), nullable=False),
        sa.Column("done_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["event_id"], ["market_event.id"], name=op.f("fk_run_step_event_id"), initially="DEFERRED", deferrable=True
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_run_step")),
    )
    with op.batch_alter_table("run_step", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_run_step_event_id"), ["event_id"], unique=False)

    op.create_table(
        "scan_action",
        sa.Column("scan_id", sa.Uuid(), nullable=False),
        sa.Column(
            "characteristic",
            sa.Enum(
                "open",
                "matter",
                "resources",
                "customs",
                "safety",
                name="characteristic",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("what", sa.String(), nullable=False),
        sa.Column("who", sa.String(), nullable=False),
        sa.Column("by_date", sa.Date(), nullable=False),
        sa.Column("done_on", sa.Date(), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["scan_id"], ["scan.id"], name=op.f("fk_scan_action_scan_id"), initially="DEFERRED", deferrable=True
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_scan_action")),
        sa.UniqueConstraint("scan_id", "characteristic", name=op.f("uq_scan_action_scan_id_characteristic")),
    )
    op.create_table(
        "scan_answer",
        sa.Column("scan_id", sa.Uuid(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column(
            "respondent",
            sa.Enum(
                "resident",
                "volunteer",
                "professional",
                "partner",
                name="respondent",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column(
            "characteristic",
            sa.Enum(
                "open",
                "matter",
                "resources",
                "customs",
                "safety",
                name="characteristic",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("score", sa.Integer(), nullable=True),
        sa.Column("note", sa.String(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint("score BETWEEN 1 AND 5", name=op.f("ck_scan_answer_score")),
        sa.ForeignKeyConstraint(
            ["scan_id"], ["scan.id"], name=op.f("fk_scan_answer_scan_id"), initially="DEFERRED", deferrable=True
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_scan_answer")),
        sa.UniqueConstraint(
            "scan_id", "number", "characteristic", name=op.f("uq_scan_answer_scan_id_number_characteristic")
        ),
    )
    op.create_table(
        "series",
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("about", sa.String(), nullable=False),
        sa.Column("rrule", sa.String(), nullable=False),
        sa.Column("first_date", sa.Date(), nullable=False),
        sa.Column("last_date", sa.Date(), nullable=True),
        sa.Column("starts", sa.Time(), nullable=False),
        sa.Column("ends", sa.Time(), nullable=False),
        sa.Column("price_cents", sa.Integer(), nullable=False),
        sa.Column("reduced_cents", sa.Integer(), nullable=True),
        sa.Column("capacity", sa.Integer(), nullable=True),
        sa.Column("minimum", sa.Integer(), nullable=True),
        sa.Column("bring", sa.String(), nullable=False),
        sa.Column("meal", sa.Boolean(), nullable=False),
        sa.Column(
            "theme",
            sa.Enum(
                "neighbourhood",
                "community",
                "informal_care",
                "sustainability",
                "personal_development",
                "health",
                name="theme",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("pictogram", sa.String(), nullable=False),
        sa.Column("space_id", sa.Uuid(), nullable=False),
        sa.Column(
            "lead_kind",
            sa.Enum("hosts", "host", "resident", name="leadkind", native_enum=False, create_constraint=True, length=40),
            nullable=False,
        ),
        sa.Column("lead_host_id", sa.Uuid(), nullable=True),
        sa.Column("lead_name", sa.String(), nullable=False),
        sa.Column("lead_on_paper", sa.Boolean(), nullable=False),
        sa.Column("self_run", sa.Boolean(), nullable=False),
        sa.Column("sign_up", sa.Boolean(), nullable=False),
        sa.Column("continues_id", sa.Uuid(), nullable=True),
        sa.Column("uid", sa.String(), nullable=False),
        sa.Column("sequence", sa.Integer(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint("capacity IS NULL OR capacity > 0", name=op.f("ck_series_capacity")),
        sa.CheckConstraint("length(name) BETWEEN 1 AND 200", name=op.f("ck_series_name")),
        sa.CheckConstraint("minimum IS NULL OR minimum > 0", name=op.f("ck_series_minimum")),
        sa.CheckConstraint("price_cents >= 0", name=op.f("ck_series_price")),
        sa.CheckConstraint("reduced_cents IS NULL OR reduced_cents >= 0", name=op.f("ck_series_reduced")),
        sa.CheckConstraint("starts < ends", name=op.f("ck_series_order")),
        sa.ForeignKeyConstraint(
            ["continues_id"], ["series.id"], name=op.f("fk_series_continues_id"), initially="DEFERRED", deferrable=True
        ),
        sa.ForeignKeyConstraint(
            ["lead_host_id"], ["host.id"], name=op.f("fk_series_lead_host_id"), initially="DEFERRED", deferrable=True
        ),
        sa.ForeignKeyConstraint(
            ["space_id"], ["space.id"], name=op.f("fk_series_space_id"), initially="DEFERRED", deferrable=True
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_series")),
        sa.UniqueConstraint("number", name=op.f("uq_series_number")),
    )
    with op.batch_alter_table("series", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_series_continues_id"), ["continues_id"], unique=False)
        batch_op.create_index(
            batch_op.f("ix_series_first_date_series_last_date"), ["first_date", "last_date"], unique=False
        )
        batch_op.create_index(batch_op.f("ix_series_lead_host_id"), ["lead_host_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_series_space_id"), ["space_id"], unique=False)

    op.create_table(
        "skill",
        sa.Column("host_id", sa.Uuid(), nullable=False),
        sa.Column("words", sa.String(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["host_id"], ["host.id"], name=op.f("fk_skill_host_id"), initially="DEFERRED", deferrable=True
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_skill")),
        sa.UniqueConstraint("host_id", "words", name=op.f("uq_skill_host_id_words")),
    )
    with op.batch_alter_table("skill", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_skill_host_id"), ["host_id"], unique=False)

    op.create_table(
        "street_activity",
        sa.Column("street_id", sa.Uuid(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("on_date", sa.Date(), nullable=False),
        sa.Column("starts", sa.Time(), nullable=False),
        sa.Column("ends", sa.Time(), nullable=False),
        sa.Column("place", sa.String(), nullable=False),
        sa.Column(
            "led_by",
            sa.Enum(
                "professionals",
                "together",
                "residents",
                name="ledby",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("partners", sa.String(), nullable=False),
        sa.Column("volunteers", sa.String(), nullable=False),
        sa.Column("talk_cart", sa.Boolean(), nullable=False),
        sa.Column("to_bring", sa.String(), nullable=False),
        sa.Column("by_rain", sa.String(), nullable=False),
        sa.Column("headcount", sa.Integer(), nullable=True),
        sa.Column("professionals", sa.Integer(), nullable=False),
        sa.Column("professionals_until", sa.Time(), nullable=True),
        sa.Column("residents_until", sa.Time(), nullable=True),
        sa.Column("cancelled", sa.String(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "headcount IS NULL OR headcount BETWEEN 0 AND 9999", name=op.f("ck_street_activity_headcount")
        ),
        sa.CheckConstraint("length(name) BETWEEN 1 AND 200", name=op.f("ck_street_activity_name")),
        sa.CheckConstraint("professionals BETWEEN 0 AND 99", name=op.f("ck_street_activity_professionals")),
        sa.CheckConstraint("starts < ends", name=op.f("ck_street_activity_order")),
        sa.ForeignKeyConstraint(
            ["street_id"],
            ["street.id"],
            name=op.f("fk_street_activity_street_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_street_activity")),
    )
    with op.batch_alter_table("street_activity", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_street_activity_street_id"), ["street_id"], unique=False)

    op.create_table(
        "street_phase",
        sa.Column("street_id", sa.Uuid(), nullable=False),
        sa.Column(
            "led_by",
            sa.Enum(
                "professionals",
                "together",
                "residents",
                name="ledby",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("since", sa.Date(), nullable=False),
        sa.Column("why", sa.String(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["street_id"], ["street.id"], name=op.f("fk_street_phase_street_id"), initially="DEFERRED", deferrable=True
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_street_phase")),
        sa.UniqueConstraint("street_id", "since", name=op.f("uq_street_phase_street_id_since")),
    )
    op.create_table(
        "support",
        sa.Column("host_id", sa.Uuid(), nullable=False),
        sa.Column("on_date", sa.Date(), nullable=False),
        sa.Column("next_on", sa.Date(), nullable=True),
        sa.Column("agreed", sa.String(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["host_id"], ["host.id"], name=op.f("fk_support_host_id"), initially="DEFERRED", deferrable=True
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_support")),
    )
    with op.batch_alter_table("support", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_support_host_id"), ["host_id"], unique=False)

    op.create_table(
        "taken_home",
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("first", sa.Date(), nullable=False),
        sa.Column("last", sa.Date(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("made_by", sa.Uuid(), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint("length(name) BETWEEN 1 AND 255", name=op.f("ck_taken_home_name")),
        sa.ForeignKeyConstraint(
            ["made_by"], ["host.id"], name=op.f("fk_taken_home_made_by"), initially="DEFERRED", deferrable=True
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_taken_home")),
    )
    with op.batch_alter_table("taken_home", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_taken_home_at"), ["at"], unique=False)

    op.create_table(
        "team_action",
        sa.Column("meeting_id", sa.Uuid(), nullable=False),
        sa.Column("what", sa.String(), nullable=False),
        sa.Column("who", sa.String(), nullable=False),
        sa.Column("by_date", sa.Date(), nullable=True),
        sa.Column("done_on", sa.Date(), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["meeting_id"],
            ["team_meeting.id"],
            name=op.f("fk_team_action_meeting_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_team_action")),
    )
    with op.batch_alter_table("team_action", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_team_action_meeting_id"), ["meeting_id"], unique=False)

    op.create_table(
        "team_presence",
        sa.Column("meeting_id", sa.Uuid(), nullable=False),
        sa.Column("host_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["host_id"], ["host.id"], name=op.f("fk_team_presence_host_id"), initially="DEFERRED", deferrable=True
        ),
        sa.ForeignKeyConstraint(
            ["meeting_id"],
            ["team_meeting.id"],
            name=op.f("fk_team_presence_meeting_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_team_presence")),
        sa.UniqueConstraint("meeting_id", "host_id", name=op.f("uq_team_presence_meeting_id_host_id")),
    )
    with op.batch_alter_table("team_presence", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_team_presence_host_id"), ["host_id"], unique=False)

    op.create_table(
        "testimonial",
        sa.Column("event_id", sa.Uuid(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("consent_by", sa.String(), nullable=False),
        sa.Column("consent_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "(consent_at IS NOT NULL) OR (name = '' AND consent_by = '')", name=op.f("ck_testimonial_consent")
        ),
        sa.CheckConstraint("length(text) BETWEEN 1 AND 4000", name=op.f("ck_testimonial_text")),
        sa.ForeignKeyConstraint(
            ["event_id"],
            ["market_event.id"],
            name=op.f("fk_testimonial_event_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_testimonial")),
    )
    with op.batch_alter_table("testimonial", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_testimonial_event_id"), ["event_id"], unique=False)

    op.create_table(
        "tie",
        sa.Column("one_id", sa.Uuid(), nullable=False),
        sa.Column("other_id", sa.Uuid(), nullable=False),
        sa.Column("strength", sa.Integer(), nullable=False),
        sa.Column("through", sa.String(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint("strength BETWEEN 1 AND 3", name=op.f("ck_tie_strength")),
        sa.ForeignKeyConstraint(
            ["one_id"], ["neighbourhood_group.id"], name=op.f("fk_tie_one_id"), initially="DEFERRED", deferrable=True
        ),
        sa.ForeignKeyConstraint(
            ["other_id"],
            ["neighbourhood_group.id"],
            name=op.f("fk_tie_other_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_tie")),
        sa.UniqueConstraint("one_id", "other_id", name=op.f("uq_tie_one_id_other_id")),
    )
    with op.batch_alter_table("tie", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_tie_other_id"), ["other_id"], unique=False)

    op.create_table(
        "training",
        sa.Column("host_id", sa.Uuid(), nullable=False),
        sa.Column("topic_id", sa.Uuid(), nullable=False),
        sa.Column("on_date", sa.Date(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["host_id"], ["host.id"], name=op.f("fk_training_host_id"), initially="DEFERRED", deferrable=True
        ),
        sa.ForeignKeyConstraint(
            ["topic_id"],
            ["training_topic.id"],
            name=op.f("fk_training_topic_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_training")),
        sa.UniqueConstraint("host_id", "topic_id", "on_date", name=op.f("uq_training_host_id_topic_id_on_date")),
    )
    with op.batch_alter_table("training", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_training_host_id"), ["host_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_training_topic_id"), ["topic_id"], unique=False)

    op.create_table(
        "absence",
        sa.Column("place_id", sa.Uuid(), nullable=False),
        sa.Column("on_date", sa.Date(), nullable=False),
        sa.Column(
            "reason",
            sa.Enum(
                "unknown", "ill", "excused", name="absencereason", native_enum=False, create_constraint=True, length=40
            ),
            nullable=False,
        ),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["place_id"], ["place.id"], name=op.f("fk_absence_place_id"), initially="DEFERRED", deferrable=True
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_absence")),
        sa.UniqueConstraint("place_id", name=op.f("uq_absence_place_id")),
    )
    with op.batch_alter_table("absence", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_absence_on_date"), ["on_date"], unique=False)

    op.create_table(
        "booking_headcount",
        sa.Column("booking_id", sa.Uuid(), nullable=False),
        sa.Column("on_date", sa.Date(), nullable=False),
        sa.Column("persons", sa.Integer(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint("persons BETWEEN 0 AND 9999", name=op.f("ck_booking_headcount_persons")),
        sa.ForeignKeyConstraint(
            ["booking_id"],
            ["booking.id"],
            name=op.f("fk_booking_headcount_booking_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_booking_headcount")),
        sa.UniqueConstraint("booking_id", "on_date", name=op.f("uq_booking_headcount_booking_id_on_date")),
    )
    with op.batch_alter_table("booking_headcount", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_booking_headcount_on_date"), ["on_date"], unique=False)

    op.create_table(
        "booking_off",
        sa.Column("booking_id", sa.Uuid(), nullable=False),
        sa.Column("on_date", sa.Date(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["booking_id"],
            ["booking.id"],
            name=op.f("fk_booking_off_booking_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_booking_off")),
        sa.UniqueConstraint("booking_id", "on_date", name=op.f("uq_booking_off_booking_id_on_date")),
    )
    with op.batch_alter_table("booking_off", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_booking_off_on_date"), ["on_date"], unique=False)

    op.create_table(
        "brings_home",
        sa.Column("activity_id", sa.Uuid(), nullable=False),
        sa.Column("who", sa.String(), nullable=False),
        sa.Column("whom", sa.String(), nullable=False),
        sa.Column("done", sa.Boolean(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["activity_id"],
            ["street_activity.id"],
            name=op.f("fk_brings_home_activity_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_brings_home")),
    )
    with op.batch_alter_table("brings_home", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_brings_home_activity_id"), ["activity_id"], unique=False)

    op.create_table(
        "cancelled_date",
        sa.Column("series_id", sa.Uuid(), nullable=False),
        sa.Column("on_date", sa.Date(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["series_id"],
            ["series.id"],
            name=op.f("fk_cancelled_date_series_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_cancelled_date")),
        sa.UniqueConstraint("series_id", "on_date", name=op.f("uq_cancelled_date_series_id_on_date")),
    )
    with op.batch_alter_table("cancelled_date", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_cancelled_date_on_date"), ["on_date"], unique=False)

    op.create_table(
        "changed_date",
        sa.Column("series_id", sa.Uuid(), nullable=False),
        sa.Column("rule_date", sa.Date(), nullable=True),
        sa.Column("on_date", sa.Date(), nullable=False),
        sa.Column("starts", sa.Time(), nullable=False),
        sa.Column("ends", sa.Time(), nullable=False),
        sa.Column("space_id", sa.Uuid(), nullable=False),
        sa.Column(
            "lead_kind",
            sa.Enum("hosts", "host", "resident", name="leadkind", native_enum=False, create_constraint=True, length=40),
            nullable=False,
        ),
        sa.Column("lead_host_id", sa.Uuid(), nullable=True),
        sa.Column("lead_name", sa.String(), nullable=False),
        sa.Column("lead_on_paper", sa.Boolean(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint("starts < ends", name=op.f("ck_changed_date_order")),
        sa.ForeignKeyConstraint(
            ["lead_host_id"],
            ["host.id"],
            name=op.f("fk_changed_date_lead_host_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["series_id"], ["series.id"], name=op.f("fk_changed_date_series_id"), initially="DEFERRED", deferrable=True
        ),
        sa.ForeignKeyConstraint(
            ["space_id"], ["space.id"], name=op.f("fk_changed_date_space_id"), initially="DEFERRED", deferrable=True
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_changed_date")),
        sa.UniqueConstraint("series_id", "on_date", name=op.f("uq_changed_date_series_id_on_date")),
        sa.UniqueConstraint("series_id", "rule_date", name=op.f("uq_changed_date_series_id_rule_date")),
    )
    with op.batch_alter_table("changed_date", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_changed_date_on_date"), ["on_date"], unique=False)
        batch_op.create_index(batch_op.f("ix_changed_date_rule_date"), ["rule_date"], unique=False)

    op.create_table(
        "closure_choice",
        sa.Column("closure_id", sa.Uuid(), nullable=False),
        sa.Column("series_id", sa.Uuid(), nullable=True),
        sa.Column("booking_id", sa.Uuid(), nullable=True),
        sa.Column("place_id", sa.Uuid(), nullable=True),
        sa.Column("on_date", sa.Date(), nullable=False),
        sa.Column("moved_to", sa.Date(), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "(series_id IS NOT NULL AND booking_id IS NULL AND place_id IS NULL) OR (series_id IS NULL AND booking_id IS NOT NULL AND place_id IS NULL AND moved_to IS NULL) OR (series_id IS NULL AND booking_id IS NULL AND place_id IS NOT NULL AND moved_to IS NOT NULL)",
            name=op.f("ck_closure_choice_one"),
        ),
        sa.ForeignKeyConstraint(
            ["booking_id"],
            ["booking.id"],
            name=op.f("fk_closure_choice_booking_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["closure_id"],
            ["closure.id"],
            name=op.f("fk_closure_choice_closure_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["place_id"], ["place.id"], name=op.f("fk_closure_choice_place_id"), initially="DEFERRED", deferrable=True
        ),
        sa.ForeignKeyConstraint(
            ["series_id"],
            ["series.id"],
            name=op.f("fk_closure_choice_series_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_closure_choice")),
    )
    with op.batch_alter_table("closure_choice", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_closure_choice_closure_id"), ["closure_id"], unique=False)

    op.create_table(
        "concern_reading",
        sa.Column("concern_id", sa.Uuid(), nullable=True),
        sa.Column("incident_id", sa.Uuid(), nullable=True),
        sa.Column("host_id", sa.Uuid(), nullable=True),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint("(concern_id IS NULL) <> (incident_id IS NULL)", name=op.f("ck_concern_reading_one")),
        sa.ForeignKeyConstraint(
            ["concern_id"],
            ["concern.id"],
            name=op.f("fk_concern_reading_concern_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["host_id"], ["host.id"], name=op.f("fk_concern_reading_host_id"), initially="DEFERRED", deferrable=True
        ),
        sa.ForeignKeyConstraint(
            ["incident_id"],
            ["incident.id"],
            name=op.f("fk_concern_reading_incident_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_concern_reading")),
    )
    with op.batch_alter_table("concern_reading", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_concern_reading_concern_id"), ["concern_id"], unique=False)

    op.create_table(
        "goes_back",
        sa.Column("activity_id", sa.Uuid(), nullable=False),
        sa.Column("what", sa.String(), nullable=False),
        sa.Column("whose", sa.String(), nullable=False),
        sa.Column("done", sa.Boolean(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["activity_id"],
            ["street_activity.id"],
            name=op.f("fk_goes_back_activity_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_goes_back")),
    )
    with op.batch_alter_table("goes_back", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_goes_back_activity_id"), ["activity_id"], unique=False)

    op.create_table(
        "handover_seen",
        sa.Column("note_id", sa.Uuid(), nullable=False),
        sa.Column("host_id", sa.Uuid(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["host_id"], ["host.id"], name=op.f("fk_handover_seen_host_id"), initially="DEFERRED", deferrable=True
        ),
        sa.ForeignKeyConstraint(
            ["note_id"],
            ["handover_note.id"],
            name=op.f("fk_handover_seen_note_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_handover_seen")),
        sa.UniqueConstraint("note_id", "host_id", name=op.f("uq_handover_seen_note_id_host_id")),
    )
    with op.batch_alter_table("handover_seen", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_handover_seen_host_id"), ["host_id"], unique=False)

    op.create_table(
        "hard_step",
        sa.Column("hard_day_id", sa.Uuid(), nullable=False),
        sa.Column("step", sa.String(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint("length(step) <= 40", name=op.f("ck_hard_step_step")),
        sa.ForeignKeyConstraint(
            ["hard_day_id"],
            ["hard_day.id"],
            name=op.f("fk_hard_step_hard_day_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_hard_step")),
        sa.UniqueConstraint("hard_day_id", "step", name=op.f("uq_hard_step_hard_day_id_step")),
    )
    with op.batch_alter_table("hard_step", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_hard_step_hard_day_id"), ["hard_day_id"], unique=False)

    op.create_table(
        "headcount",
        sa.Column("series_id", sa.Uuid(), nullable=False),
        sa.Column("on_date", sa.Date(), nullable=False),
        sa.Column("persons", sa.Integer(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint("persons BETWEEN 0 AND 9999", name=op.f("ck_headcount_persons")),
        sa.ForeignKeyConstraint(
            ["series_id"], ["series.id"], name=op.f("fk_headcount_series_id"), initially="DEFERRED", deferrable=True
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_headcount")),
        sa.UniqueConstraint("series_id", "on_date", name=op.f("uq_headcount_series_id_on_date")),
    )
    with op.batch_alter_table("headcount", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_headcount_on_date"), ["on_date"], unique=False)
        batch_op.create_index(batch_op.f("ix_headcount_series_id"), ["series_id"], unique=False)

    op.create_table(
        "market_action",
        sa.Column("event_id", sa.Uuid(), nullable=False),
        sa.Column("session_id", sa.Uuid(), nullable=True),
        sa.Column("what", sa.String(), nullable=False),
        sa.Column("who", sa.String(), nullable=False),
        sa.Column("by_date", sa.Date(), nullable=True),
        sa.Column("done_on", sa.Date(), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint("length(what) BETWEEN 1 AND 500", name=op.f("ck_market_action_what")),
        sa.ForeignKeyConstraint(
            ["event_id"],
            ["market_event.id"],
            name=op.f("fk_market_action_event_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["session_id"],
            ["market_session.id"],
            name=op.f("fk_market_action_session_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_market_action")),
    )
    with op.batch_alter_table("market_action", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_market_action_event_id"), ["event_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_market_action_session_id"), ["session_id"], unique=False)

    op.create_table(
        "market_presence",
        sa.Column("session_id", sa.Uuid(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("host_id", sa.Uuid(), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["host_id"], ["host.id"], name=op.f("fk_market_presence_host_id"), initially="DEFERRED", deferrable=True
        ),
        sa.ForeignKeyConstraint(
            ["session_id"],
            ["market_session.id"],
            name=op.f("fk_market_presence_session_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_market_presence")),
    )
    with op.batch_alter_table("market_presence", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_market_presence_host_id"), ["host_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_market_presence_session_id"), ["session_id"], unique=False)

    op.create_table(
        "numbered_sheet",
        sa.Column("number", sa.String(), nullable=False),
        sa.Column("given_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("for_date", sa.Date(), nullable=True),
        sa.Column("series_id", sa.Uuid(), nullable=True),
        sa.Column("lines", sa.Integer(), nullable=False),
        sa.Column("taken", sa.Integer(), nullable=False),
        sa.Column("hours", sa.String(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "lines BETWEEN 0 AND 999 AND taken BETWEEN 0 AND 9999", name=op.f("ck_numbered_sheet_lines")
        ),
        sa.CheckConstraint("series_id IS NULL OR for_date IS NOT NULL", name=op.f("ck_numbered_sheet_date")),
        sa.ForeignKeyConstraint(
            ["series_id"],
            ["series.id"],
            name=op.f("fk_numbered_sheet_series_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_numbered_sheet")),
        sa.UniqueConstraint("number", name=op.f("uq_numbered_sheet_number")),
    )
    with op.batch_alter_table("numbered_sheet", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_numbered_sheet_series_id"), ["series_id"], unique=False)

    op.create_table(
        "plan_thing",
        sa.Column("event_id", sa.Uuid(), nullable=False),
        sa.Column(
            "kind",
            sa.Enum(
                "stall",
                "stage",
                "table",
                "entrance",
                "route",
                "first_aid",
                "toilet",
                "power",
                "tree",
                "building",
                name="planthing",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("label", sa.String(), nullable=False),
        sa.Column("x_cm", sa.Integer(), nullable=False),
        sa.Column("y_cm", sa.Integer(), nullable=False),
        sa.Column("wide_cm", sa.Integer(), nullable=False),
        sa.Column("high_cm", sa.Integer(), nullable=False),
        sa.Column("turned", sa.Integer(), nullable=False),
        sa.Column("element_id", sa.Uuid(), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint("turned BETWEEN 0 AND 359", name=op.f("ck_plan_thing_turned")),
        sa.CheckConstraint(
            "wide_cm BETWEEN 10 AND 50000 AND high_cm BETWEEN 10 AND 50000", name=op.f("ck_plan_thing_size")
        ),
        sa.ForeignKeyConstraint(
            ["element_id"],
            ["market_element.id"],
            name=op.f("fk_plan_thing_element_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["event_id"],
            ["market_event.id"],
            name=op.f("fk_plan_thing_event_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_plan_thing")),
    )
    with op.batch_alter_table("plan_thing", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_plan_thing_element_id"), ["element_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_plan_thing_event_id"), ["event_id"], unique=False)

    op.create_table(
        "reflection",
        sa.Column("series_id", sa.Uuid(), nullable=False),
        sa.Column("on_date", sa.Date(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("written_by", sa.Uuid(), nullable=True),
        sa.Column("went_well", sa.String(), nullable=False),
        sa.Column("who_came", sa.String(), nullable=False),
        sa.Column(
            "goes_on",
            sa.Enum("yes", "no", "unsure", name="goeson", native_enum=False, create_constraint=True, length=40),
            nullable=False,
        ),
        sa.Column("by_residents", sa.Boolean(), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint("length(went_well) <= 10000 AND length(who_came) <= 10000", name=op.f("ck_reflection_text")),
        sa.ForeignKeyConstraint(
            ["series_id"], ["series.id"], name=op.f("fk_reflection_series_id"), initially="DEFERRED", deferrable=True
        ),
        sa.ForeignKeyConstraint(
            ["written_by"], ["host.id"], name=op.f("fk_reflection_written_by"), initially="DEFERRED", deferrable=True
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_reflection")),
        sa.UniqueConstraint("series_id", "on_date", name=op.f("uq_reflection_series_id_on_date")),
    )
    with op.batch_alter_table("reflection", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_reflection_on_date"), ["on_date"], unique=False)

    op.create_table(
        "reply",
        sa.Column("reply_id", sa.Uuid(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("export_id", sa.Uuid(), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("brought_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("said_by", sa.String(), nullable=False),
        sa.Column("organisation", sa.String(), nullable=False),
        sa.Column("signed_by", sa.LargeBinary(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["export_id"], ["export.id"], name=op.f("fk_reply_export_id"), initially="DEFERRED", deferrable=True
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_reply")),
        sa.UniqueConstraint("reply_id", name=op.f("uq_reply_reply_id")),
    )
    with op.batch_alter_table("reply", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_reply_export_id"), ["export_id"], unique=False)

    op.create_table(
        "shift_pattern",
        sa.Column("weekday", sa.Integer(), nullable=False),
        sa.Column(
            "part",
            sa.Enum(
                "morning", "afternoon", "evening", name="daypart", native_enum=False, create_constraint=True, length=40
            ),
            nullable=False,
        ),
        sa.Column("starts", sa.Time(), nullable=False),
        sa.Column("ends", sa.Time(), nullable=False),
        sa.Column("hosts", sa.Integer(), nullable=False),
        sa.Column("experienced", sa.Integer(), nullable=False),
        sa.Column("task", sa.String(), nullable=False),
        sa.Column("series_id", sa.Uuid(), nullable=True),
        sa.Column("asks_vog", sa.Boolean(), nullable=False),
        sa.Column("asks", sa.String(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint("hosts > 0 AND experienced BETWEEN 0 AND hosts", name=op.f("ck_shift_pattern_places")),
        sa.CheckConstraint("starts < ends", name=op.f("ck_shift_pattern_order")),
        sa.CheckConstraint("weekday BETWEEN 0 AND 6", name=op.f("ck_shift_pattern_weekday")),
        sa.ForeignKeyConstraint(
            ["series_id"], ["series.id"], name=op.f("fk_shift_pattern_series_id"), initially="DEFERRED", deferrable=True
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_shift_pattern")),
        sa.UniqueConstraint("weekday", "part", "task", name=op.f("uq_shift_pattern_weekday_part_task")),
    )
    with op.batch_alter_table("shift_pattern", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_shift_pattern_series_id"), ["series_id"], unique=False)

    op.create_table(
        "sign_on",
        sa.Column("host_id", sa.Uuid(), nullable=False),
        sa.Column("on_date", sa.Date(), nullable=False),
        sa.Column("on_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("off_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("place_id", sa.Uuid(), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint("off_at IS NULL OR off_at >= on_at", name=op.f("ck_sign_on_order")),
        sa.ForeignKeyConstraint(
            ["host_id"], ["host.id"], name=op.f("fk_sign_on_host_id"), initially="DEFERRED", deferrable=True
        ),
        sa.ForeignKeyConstraint(
            ["place_id"], ["place.id"], name=op.f("fk_sign_on_place_id"), initially="DEFERRED", deferrable=True
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_sign_on")),
    )
    with op.batch_alter_table("sign_on", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_sign_on_host_id"), ["host_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_sign_on_on_date"), ["on_date"], unique=False)
        batch_op.create_index(batch_op.f("ix_sign_on_place_id"), ["place_id"], unique=False)

    op.create_table(
        "street_group",
        sa.Column("activity_id", sa.Uuid(), nullable=False),
        sa.Column(
            "target",
            sa.Enum(
                "children",
                "youth",
                "older",
                "families",
                "migration",
                "other_language",
                "poverty",
                name="targetgroup",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("reached", sa.Boolean(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["activity_id"],
            ["street_activity.id"],
            name=op.f("fk_street_group_activity_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_street_group")),
        sa.UniqueConstraint(
            "activity_id", "target", "reached", name=op.f("uq_street_group_activity_id_target_reached")
        ),
    )
    op.create_table(
        "street_presence",
        sa.Column("activity_id", sa.Uuid(), nullable=False),
        sa.Column("host_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["activity_id"],
            ["street_activity.id"],
            name=op.f("fk_street_presence_activity_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["host_id"], ["host.id"], name=op.f("fk_street_presence_host_id"), initially="DEFERRED", deferrable=True
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_street_presence")),
        sa.UniqueConstraint("activity_id", "host_id", name=op.f("uq_street_presence_activity_id_host_id")),
    )
    with op.batch_alter_table("street_presence", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_street_presence_host_id"), ["host_id"], unique=False)

    op.create_table(
        "street_reflection",
        sa.Column("activity_id", sa.Uuid(), nullable=False),
        sa.Column("about", sa.String(), nullable=False),
        sa.Column("partners", sa.String(), nullable=False),
        sa.Column("where_active", sa.String(), nullable=False),
        sa.Column("contact", sa.String(), nullable=False),
        sa.Column("period", sa.String(), nullable=False),
        sa.Column("with_volunteers", sa.Boolean(), nullable=True),
        sa.Column("strong", sa.String(), nullable=False),
        sa.Column("barriers", sa.String(), nullable=False),
        sa.Column("differently", sa.String(), nullable=False),
        sa.Column("remains", sa.String(), nullable=False),
        sa.Column("anecdote", sa.String(), nullable=False),
        sa.Column("recommend", sa.Integer(), nullable=True),
        sa.Column("impact", sa.Integer(), nullable=True),
        sa.Column("finished_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint("impact IS NULL OR impact BETWEEN 0 AND 10", name=op.f("ck_street_reflection_impact")),
        sa.CheckConstraint(
            "recommend IS NULL OR recommend BETWEEN 0 AND 10", name=op.f("ck_street_reflection_recommend")
        ),
        sa.ForeignKeyConstraint(
            ["activity_id"],
            ["street_activity.id"],
            name=op.f("fk_street_reflection_activity_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_street_reflection")),
        sa.UniqueConstraint("activity_id", name=op.f("uq_street_reflection_activity_id")),
    )
    op.create_table(
        "street_return",
        sa.Column("activity_id", sa.Uuid(), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["activity_id"],
            ["street_activity.id"],
            name=op.f("fk_street_return_activity_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_street_return")),
        sa.UniqueConstraint("activity_id", name=op.f("uq_street_return_activity_id")),
    )
    op.create_table(
        "street_sdg",
        sa.Column("activity_id", sa.Uuid(), nullable=False),
        sa.Column("goal", sa.Integer(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint("goal BETWEEN 1 AND 17", name=op.f("ck_street_sdg_goal")),
        sa.ForeignKeyConstraint(
            ["activity_id"],
            ["street_activity.id"],
            name=op.f("fk_street_sdg_activity_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_street_sdg")),
        sa.UniqueConstraint("activity_id", "goal", name=op.f("uq_street_sdg_activity_id_goal")),
    )
    op.create_table(
        "talent",
        sa.Column("event_id", sa.Uuid(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("contact", sa.String(), nullable=False),
        sa.Column("likes", sa.String(), nullable=False),
        sa.Column("good_at", sa.String(), nullable=False),
        sa.Column("element_id", sa.Uuid(), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["element_id"],
            ["market_element.id"],
            name=op.f("fk_talent_element_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["event_id"], ["market_event.id"], name=op.f("fk_talent_event_id"), initially="DEFERRED", deferrable=True
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_talent")),
    )
    with op.batch_alter_table("talent", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_talent_element_id"), ["element_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_talent_event_id"), ["event_id"], unique=False)

    op.create_table(
        "visit",
        sa.Column("on_date", sa.Date(), nullable=False),
        sa.Column("hour", sa.Integer(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column(
            "purpose",
            sa.Enum(
                "walk_in",
                "activity",
                "help",
                "child",
                name="purpose",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("persons", sa.Integer(), nullable=False),
        sa.Column("children", sa.Integer(), nullable=False),
        sa.Column("first_time", sa.Integer(), nullable=False),
        sa.Column("named", sa.Boolean(), nullable=False),
        sa.Column("visitor_id", sa.Uuid(), nullable=True),
        sa.Column("series_id", sa.Uuid(), nullable=True),
        sa.Column("sheet", sa.String(), nullable=True),
        sa.Column("later", sa.Boolean(), nullable=False),
        sa.Column("locked", sa.Boolean(), nullable=False),
        sa.Column(
            "age_band",
            sa.Enum(
                "under_18",
                "from_18",
                "from_35",
                "from_65",
                name="ageband",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=True,
        ),
        sa.Column("left_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint("NOT named OR persons = 1", name=op.f("ck_visit_one_name")),
        sa.CheckConstraint("children BETWEEN 0 AND persons", name=op.f("ck_visit_children")),
        sa.CheckConstraint("first_time BETWEEN 0 AND persons", name=op.f("ck_visit_first_time")),
        sa.CheckConstraint("hour BETWEEN 0 AND 23", name=op.f("ck_visit_hour")),
        sa.CheckConstraint("persons BETWEEN 0 AND 999", name=op.f("ck_visit_persons")),
        sa.CheckConstraint("visitor_id IS NULL OR named", name=op.f("ck_visit_known")),
        sa.ForeignKeyConstraint(
            ["series_id"], ["series.id"], name=op.f("fk_visit_series_id"), initially="DEFERRED", deferrable=True
        ),
        sa.ForeignKeyConstraint(
            ["visitor_id"], ["visitor.id"], name=op.f("fk_visit_visitor_id"), initially="DEFERRED", deferrable=True
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_visit")),
    )
    with op.batch_alter_table("visit", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_visit_on_date"), ["on_date"], unique=False)
        batch_op.create_index(batch_op.f("ix_visit_series_id"), ["series_id"], unique=False)
        batch_op.create_index(
            "ix_visit_visitor_date",
            ["visitor_id", "on_date"],
            unique=False,
            sqlite_where=sa.text("visitor_id IS NOT NULL"),
            postgresql_where=sa.text("visitor_id IS NOT NULL"),
        )
        batch_op.create_index(
            "uq_visit_known_once_a_day",
            ["on_date", "visitor_id"],
            unique=True,
            sqlite_where=sa.text("visitor_id IS NOT NULL"),
            postgresql_where=sa.text("visitor_id IS NOT NULL"),
        )
        batch_op.create_index(
            "uq_visit_sheet_hour",
            ["sheet", "hour"],
            unique=True,
            sqlite_where=sa.text("sheet IS NOT NULL"),
            postgresql_where=sa.text("sheet IS NOT NULL"),
        )

    op.create_table(
        "wish",
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column(
            "theme",
            sa.Enum(
                "neighbourhood",
                "community",
                "informal_care",
                "sustainability",
                "personal_development",
                "health",
                name="theme",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column(
            "status",
            sa.Enum(
                "new",
                "talking",
                "needs_lead",
                "planned",
                "running",
                "done",
                "parked",
                "self_run",
                name="wishstatus",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("moved_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("supporters", sa.Integer(), nullable=False),
        sa.Column("recorded_on", sa.Date(), nullable=False),
        sa.Column("carried_in", sa.Boolean(), nullable=False),
        sa.Column("asked_by", sa.String(), nullable=False),
        sa.Column(
            "prefers",
            sa.Enum(
                "weekday_morning",
                "weekday_afternoon",
                "friday_evening",
                "wednesday_afternoon",
                "any",
                name="prefers",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("parked_reason", sa.String(), nullable=False),
        sa.Column("back_on", sa.Date(), nullable=True),
        sa.Column("own_part", sa.String(), nullable=False),
        sa.Column("contact", sa.String(), nullable=False),
        sa.Column("contact_consent_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("head_id", sa.Uuid(), nullable=True),
        sa.Column("done_when_told", sa.Boolean(), nullable=False),
        sa.Column("series_id", sa.Uuid(), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint("contact = '' OR contact_consent_at IS NOT NULL", name=op.f("ck_wish_consent")),
        sa.CheckConstraint("head_id IS NULL OR head_id <> id", name=op.f("ck_wish_head")),
        sa.CheckConstraint("length(text) BETWEEN 1 AND 10000", name=op.f("ck_wish_text")),
        sa.CheckConstraint("supporters >= 0", name=op.f("ck_wish_supporters")),
        sa.ForeignKeyConstraint(
            ["head_id"], ["wish.id"], name=op.f("fk_wish_head_id"), initially="DEFERRED", deferrable=True
        ),
        sa.ForeignKeyConstraint(
            ["series_id"], ["series.id"], name=op.f("fk_wish_series_id"), initially="DEFERRED", deferrable=True
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_wish")),
        sa.UniqueConstraint("number", name=op.f("uq_wish_number")),
    )
    with op.batch_alter_table("wish", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_wish_back_on"), ["back_on"], unique=False)
        batch_op.create_index(batch_op.f("ix_wish_head_id"), ["head_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_wish_recorded_on"), ["recorded_on"], unique=False)
        batch_op.create_index(batch_op.f("ix_wish_series_id"), ["series_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_wish_status_wish_moved_at"), ["status", "moved_at"], unique=False)

    op.create_table(
        "advice_request",
        sa.Column("wish_id", sa.Uuid(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("question", sa.String(), nullable=False),
        sa.Column("consent_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("answered_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("withdrawn_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("anew_id", sa.Uuid(), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint("length(question) BETWEEN 1 AND 10000", name=op.f("ck_advice_request_question")),
        sa.ForeignKeyConstraint(
            ["anew_id"],
            ["advice_request.id"],
            name=op.f("fk_advice_request_anew_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["wish_id"], ["wish.id"], name=op.f("fk_advice_request_wish_id"), initially="DEFERRED", deferrable=True
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_advice_request")),
    )
    with op.batch_alter_table("advice_request", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_advice_request_wish_id"), ["wish_id"], unique=False)

    op.create_table(
        "sign_up",
        sa.Column("series_id", sa.Uuid(), nullable=False),
        sa.Column("on_date", sa.Date(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("phone", sa.String(), nullable=False),
        sa.Column("persons", sa.Integer(), nullable=False),
        sa.Column("waiting", sa.Boolean(), nullable=False),
        sa.Column("cancelled", sa.Boolean(), nullable=False),
        sa.Column("paid", sa.Boolean(), nullable=False),
        sa.Column("reduced", sa.Boolean(), nullable=False),
        sa.Column("sheet_id", sa.Uuid(), nullable=True),
        sa.Column("sheet_line", sa.Integer(), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint("(sheet_id IS NULL) = (sheet_line IS NULL)", name=op.f("ck_sign_up_line")),
        sa.CheckConstraint("persons BETWEEN 1 AND 999", name=op.f("ck_sign_up_persons")),
        sa.ForeignKeyConstraint(
            ["series_id"], ["series.id"], name=op.f("fk_sign_up_series_id"), initially="DEFERRED", deferrable=True
        ),
        sa.ForeignKeyConstraint(
            ["sheet_id"], ["numbered_sheet.id"], name=op.f("fk_sign_up_sheet_id"), initially="DEFERRED", deferrable=True
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_sign_up")),
        sa.UniqueConstraint("sheet_id", "sheet_line", name=op.f("uq_sign_up_sheet_id_sheet_line")),
    )
    with op.batch_alter_table("sign_up", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_sign_up_series_id_sign_up_on_date"), ["series_id", "on_date"], unique=False
        )

    op.create_table(
        "telling",
        sa.Column(
            "reason",
            sa.Enum(
                "planned",
                "ended",
                "cancelled",
                "moved",
                "place",
                "goes_on",
                "answered",
                name="tellreason",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("wish_id", sa.Uuid(), nullable=True),
        sa.Column("series_id", sa.Uuid(), nullable=True),
        sa.Column("on_date", sa.Date(), nullable=True),
        sa.Column("moved_to", sa.Date(), nullable=True),
        sa.Column(
            "part",
            sa.Enum(
                "morning", "afternoon", "evening", name="daypart", native_enum=False, create_constraint=True, length=40
            ),
            nullable=True,
        ),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("contact", sa.String(), nullable=False),
        sa.Column("persons", sa.Integer(), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("tried_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("told_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("told_by", sa.Uuid(), nullable=True),
        sa.Column(
            "how",
            sa.Enum("phone", "in_person", "note", name="toldhow", native_enum=False, create_constraint=True, length=40),
            nullable=True,
        ),
        sa.Column("closure_id", sa.Uuid(), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint("persons BETWEEN 1 AND 9999", name=op.f("ck_telling_persons")),
        sa.ForeignKeyConstraint(
            ["closure_id"], ["closure.id"], name=op.f("fk_telling_closure_id"), initially="DEFERRED", deferrable=True
        ),
        sa.ForeignKeyConstraint(
            ["series_id"], ["series.id"], name=op.f("fk_telling_series_id"), initially="DEFERRED", deferrable=True
        ),
        sa.ForeignKeyConstraint(
            ["told_by"], ["host.id"], name=op.f("fk_telling_told_by"), initially="DEFERRED", deferrable=True
        ),
        sa.ForeignKeyConstraint(
            ["wish_id"], ["wish.id"], name=op.f("fk_telling_wish_id"), initially="DEFERRED", deferrable=True
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_telling")),
    )
    with op.batch_alter_table("telling", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_telling_closure_id"), ["closure_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_telling_series_id"), ["series_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_telling_told_at_telling_made_at"), ["told_at", "made_at"], unique=False)
        batch_op.create_index(batch_op.f("ix_telling_wish_id"), ["wish_id"], unique=False)

    op.create_table(
        "wish_ending",
        sa.Column("wish_id", sa.Uuid(), nullable=False),
        sa.Column(
            "kind",
            sa.Enum(
                "activity",
                "match",
                "handed_on",
                "reported",
                "exists",
                name="ending",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("begun_on", sa.Date(), nullable=False),
        sa.Column("series_id", sa.Uuid(), nullable=True),
        sa.Column("partner_id", sa.Uuid(), nullable=True),
        sa.Column("whom", sa.String(), nullable=False),
        sa.Column("number", sa.String(), nullable=False),
        sa.Column("answer", sa.String(), nullable=False),
        sa.Column("answered_on", sa.Date(), nullable=True),
        sa.Column("ask_again_on", sa.Date(), nullable=True),
        sa.Column("closed_on", sa.Date(), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["partner_id"],
            ["partner.id"],
            name=op.f("fk_wish_ending_partner_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["series_id"], ["series.id"], name=op.f("fk_wish_ending_series_id"), initially="DEFERRED", deferrable=True
        ),
        sa.ForeignKeyConstraint(
            ["wish_id"], ["wish.id"], name=op.f("fk_wish_ending_wish_id"), initially="DEFERRED", deferrable=True
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_wish_ending")),
        sa.UniqueConstraint("wish_id", name=op.f("uq_wish_ending_wish_id")),
    )
    with op.batch_alter_table("wish_ending", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_wish_ending_ask_again_on"), ["ask_again_on"], unique=False)

    op.create_table(
        "wish_move",
        sa.Column("wish_id", sa.Uuid(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column(
            "status",
            sa.Enum(
                "new",
                "talking",
                "needs_lead",
                "planned",
                "running",
                "done",
                "parked",
                "self_run",
                name="wishstatus",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("moved_by", sa.Uuid(), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["moved_by"], ["host.id"], name=op.f("fk_wish_move_moved_by"), initially="DEFERRED", deferrable=True
        ),
        sa.ForeignKeyConstraint(
            ["wish_id"], ["wish.id"], name=op.f("fk_wish_move_wish_id"), initially="DEFERRED", deferrable=True
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_wish_move")),
    )
    with op.batch_alter_table("wish_move", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_wish_move_wish_id"), ["wish_id"], unique=False)

    op.create_table(
        "wish_support",
        sa.Column("wish_id", sa.Uuid(), nullable=False),
        sa.Column("on_date", sa.Date(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("contact", sa.String(), nullable=False),
        sa.Column("contact_consent_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint("contact = '' OR contact_consent_at IS NOT NULL", name=op.f("ck_wish_support_consent")),
        sa.ForeignKeyConstraint(
            ["wish_id"], ["wish.id"], name=op.f("fk_wish_support_wish_id"), initially="DEFERRED", deferrable=True
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_wish_support")),
    )
    with op.batch_alter_table("wish_support", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_wish_support_on_date"), ["on_date"], unique=False)
        batch_op.create_index(batch_op.f("ix_wish_support_wish_id"), ["wish_id"], unique=False)

    op.create_table(
        "meal_order",
        sa.Column("sign_up_id", sa.Uuid(), nullable=False),
        sa.Column("choice_id", sa.Uuid(), nullable=False),
        sa.Column("persons", sa.Integer(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint("persons BETWEEN 1 AND 999", name=op.f("ck_meal_order_persons")),
        sa.ForeignKeyConstraint(
            ["choice_id"],
            ["meal_choice.id"],
            name=op.f("fk_meal_order_choice_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["sign_up_id"],
            ["sign_up.id"],
            name=op.f("fk_meal_order_sign_up_id"),
            ondelete="CASCADE",
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_meal_order")),
        sa.UniqueConstraint("sign_up_id", "choice_id", name=op.f("uq_meal_order_sign_up_id_choice_id")),
    )
    op.create_table(
        "participation",
        sa.Column("series_id", sa.Uuid(), nullable=False),
        sa.Column("on_date", sa.Date(), nullable=False),
        sa.Column("sign_up_id", sa.Uuid(), nullable=True),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("persons", sa.Integer(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint("persons BETWEEN 1 AND 999", name=op.f("ck_participation_persons")),
        sa.ForeignKeyConstraint(
            ["series_id"], ["series.id"], name=op.f("fk_participation_series_id"), initially="DEFERRED", deferrable=True
        ),
        sa.ForeignKeyConstraint(
            ["sign_up_id"],
            ["sign_up.id"],
            name=op.f("fk_participation_sign_up_id"),
            ondelete="SET NULL",
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_participation")),
    )
    with op.batch_alter_table("participation", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_participation_series_id_participation_on_date"), ["series_id", "on_date"], unique=False
        )
        batch_op.create_index(batch_op.f("ix_participation_sign_up_id"), ["sign_up_id"], unique=False)

    op.create_table(
        "said",
        sa.Column("reply_id", sa.Uuid(), nullable=False),
        sa.Column(
            "kind",
            sa.Enum("answer", "remark", "advice", name="said", native_enum=False, create_constraint=True, length=40),
            nullable=False,
        ),
        sa.Column("wish_id", sa.Uuid(), nullable=True),
        sa.Column("question_id", sa.Uuid(), nullable=True),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("seen_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("seen_by", sa.Uuid(), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint("length(text) BETWEEN 1 AND 10000", name=op.f("ck_said_text")),
        sa.ForeignKeyConstraint(
            ["question_id"],
            ["advice_request.id"],
            name=op.f("fk_said_question_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["reply_id"], ["reply.id"], name=op.f("fk_said_reply_id"), initially="DEFERRED", deferrable=True
        ),
        sa.ForeignKeyConstraint(
            ["seen_by"], ["host.id"], name=op.f("fk_said_seen_by"), initially="DEFERRED", deferrable=True
        ),
        sa.ForeignKeyConstraint(
            ["wish_id"], ["wish.id"], name=op.f("fk_said_wish_id"), initially="DEFERRED", deferrable=True
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_said")),
    )
    with op.batch_alter_table("said", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_said_question_id"), ["question_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_said_reply_id"), ["reply_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_said_seen_at"), ["seen_at"], unique=False)
        batch_op.create_index(batch_op.f("ix_said_wish_id"), ["wish_id"], unique=False)

    op.create_table(
        "wish_match",
        sa.Column("ending_id", sa.Uuid(), nullable=False),
        sa.Column("helper_phone", sa.String(), nullable=False),
        sa.Column("asker_yes_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("helper_yes_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("meets_on", sa.Date(), nullable=True),
        sa.Column("meets_at", sa.Time(), nullable=True),
        sa.Column("home_visits", sa.Boolean(), nullable=False),
        sa.Column("asked_on", sa.Date(), nullable=True),
        sa.Column("how_it_goes", sa.String(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["ending_id"],
            ["wish_ending.id"],
            name=op.f("fk_wish_match_ending_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_wish_match")),
        sa.UniqueConstraint("ending_id", name=op.f("uq_wish_match_ending_id")),
    )

    _search()
    _weeks()


def _search() -> None:
    """Make the search of names by hand: FTS5 in the file, trigrams on the server; triggers keep it as the table is."""
    if op.get_bind().dialect.name == "postgresql":
        op.execute("CREATE EXTENSION IF NOT EXISTS pg_trgm")
        op.execute("CREATE INDEX ix_visitor_terms_trigram ON visitor USING gin ((' ' || terms) gin_trgm_ops)")
        return
    op.execute(
        "CREATE VIRTUAL TABLE visitor_search USING fts5"
        "(terms, visitor_id UNINDEXED, tokenize = 'ascii', prefix = '1 2 3')"
    )
    # Without it a deleted name stays readable in FTS5's segments, whatever the pragma says.
    op.execute("INSERT INTO visitor_search (visitor_search, rank) VALUES ('secure-delete', 1)")
    op.execute(
        "CREATE TRIGGER visitor_search_insert AFTER INSERT ON visitor BEGIN "
        "INSERT INTO visitor_search (terms, visitor_id) VALUES (new.terms, new.id); END"
    )
    # Our key is in no index of FTS5: a name is found by its own words, and only one without any by looking at all.
    words = "'\"' || replace(old.terms, '\"', '') || '\"'"
    found = f"SELECT rowid FROM visitor_search WHERE visitor_search MATCH {words} AND visitor_id = old.id"  # noqa: S608 - all of it is ours
    by_key = "visitor_id = old.id AND trim(old.terms) = ''"
    for name, what, does in (
        ("delete", "DELETE", "DELETE FROM visitor_search"),
        ("update", "UPDATE OF terms", "UPDATE visitor_search SET terms = new.terms"),
    ):
        op.execute(
            f"CREATE TRIGGER visitor_search_{name} AFTER {what} ON visitor BEGIN "
            f"{does} WHERE rowid IN ({found}); {does} WHERE {by_key}; END"
        )


_WEEK = ("persons", "named", "children", "first_time")


def _weeks() -> None:
    """Let triggers keep the sums of the weeks as the visits are, whatever writes them."""
    if op.get_bind().dialect.name == "postgresql":
        monday = "date_trunc('week', {row}.on_date)::date"
        named = "CASE WHEN {row}.named THEN {row}.persons ELSE 0 END"
    else:
        monday = "date({row}.on_date, 'weekday 0', '-6 days')"
        named = "{row}.named * {row}.persons"
    parts = {"persons": "{row}.persons", "named": named, "children": "{row}.children", "first_time": "{row}.first_time"}

    def add(row: str, sign: str) -> str:
        values = ", ".join(f"{sign}({parts[name].format(row=row)})" for name in _WEEK)
        sums = ", ".join(f"{name} = visit_week.{name} + excluded.{name}" for name in _WEEK)
        return (
            f"INSERT INTO visit_week (monday, purpose, {', '.join(_WEEK)}) "  # noqa: S608 - all of it is ours
            f"VALUES ({monday.format(row=row)}, {row}.purpose, {values}) "
            f"ON CONFLICT (monday, purpose) DO UPDATE SET {sums};"
        )

    steps = {"INSERT": add("new", "+"), "DELETE": add("old", "-"), "UPDATE": add("old", "-") + " " + add("new", "+")}
    for what, statements in steps.items():
        name = f"visit_week_{what.lower()}"
        fields = " OF on_date, purpose, persons, named, children, first_time" if what == "UPDATE" else ""
        if op.get_bind().dialect.name == "postgresql":
            op.execute(
                f"CREATE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql AS "
                f"$$ BEGIN {statements} RETURN NULL; END $$"
            )
            op.execute(f"CREATE TRIGGER {name} AFTER {what}{fields} ON visit FOR EACH ROW EXECUTE FUNCTION {name}()")
        else:
            op.execute(f"CREATE TRIGGER {name} AFTER {what}{fields} ON visit BEGIN {statements} END")

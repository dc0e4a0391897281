//! The user's own letterhead: one row, or none while nothing was entered.
use kindly_records::Profile;
use rusqlite::{Connection, named_params};

use super::cells::{Cells, Json, Word};
use crate::LedgerError;

const SELECT: &str = "
    SELECT trade_name, name, role, address, country, email, phone, website, place, language, paper, currency,
           postal_margin_working_days, register, layout, typeface, accent, fold_marks, logo_sha256,
           signature_sha256, footer, cooling_off_hours, letter_numbers, per_language, half_life_days,
           delivery_bar_percent, cost_per_hour_minor, cost_per_hour_currency
    FROM profile
    WHERE id = 1";

const SAVE: &str = "
    INSERT INTO profile (id, trade_name, name, role, address, country, email, phone, website, place, language,
        paper, currency, postal_margin_working_days, register, layout, typeface, accent, fold_marks,
        logo_sha256, signature_sha256, footer, cooling_off_hours, letter_numbers, per_language,
        half_life_days, delivery_bar_percent, cost_per_hour_minor, cost_per_hour_currency)
    VALUES (1, :trade_name, :name, :role, :address, :country, :email, :phone, :website, :place, :language,
        :paper, :currency, :postal_margin_working_days, :register, :layout, :typeface, :accent, :fold_marks,
        :logo_sha256, :signature_sha256, :footer, :cooling_off_hours, :letter_numbers, :per_language,
        :half_life_days, :delivery_bar_percent, :cost_per_hour_minor, :cost_per_hour_currency)
    ON CONFLICT (id) DO UPDATE SET
        trade_name = excluded.trade_name, name = excluded.name, role = excluded.role, address = excluded.address,
        country = excluded.country, email = excluded.email, phone = excluded.phone, website = excluded.website,
        place = excluded.place, language = excluded.language, paper = excluded.paper,
        currency = excluded.currency, postal_margin_working_days = excluded.postal_margin_working_days,
        register = excluded.register, layout = excluded.layout, typeface = excluded.typeface,
        accent = excluded.accent, fold_marks = excluded.fold_marks, logo_sha256 = excluded.logo_sha256,
        signature_sha256 = excluded.signature_sha256, footer = excluded.footer,
        cooling_off_hours = excluded.cooling_off_hours, letter_numbers = excluded.letter_numbers,
        per_language = excluded.per_language, half_life_days = excluded.half_life_days,
        delivery_bar_percent = excluded.delivery_bar_percent,
        cost_per_hour_minor = excluded.cost_per_hour_minor,
        cost_per_hour_currency = excluded.cost_per_hour_currency";

/// The profile, or an empty one while none was entered.
pub(crate) fn read(connection: &Connection) -> Result<Profile, LedgerError> {
    let mut statement = connection.prepare_cached(SELECT)?;
    let names: Vec<String> = statement.column_names().into_iter().map(str::to_owned).collect();
    let mut rows = statement.query([])?;
    let Some(row) = rows.next()? else { return Ok(Profile::default()) };
    let cells = Cells::new("profile", &names, row);
    Ok(Profile {
        trade_name: cells.text("trade_name")?,
        name: cells.text("name")?,
        role: cells.text("role")?,
        address: cells.json("address")?,
        country: cells.text("country")?,
        email: cells.text("email")?,
        phone: cells.text("phone")?,
        website: cells.text("website")?,
        place: cells.text("place")?,
        language: cells.word("language")?,
        paper: cells.word("paper")?,
        currency: cells.currency("currency")?,
        postal_margin_working_days: cells.number("postal_margin_working_days")?,
        register: cells.word("register")?,
        layout: cells.optional_word("layout")?,
        typeface: cells.word("typeface")?,
        accent: cells.text("accent")?,
        fold_marks: cells.flag("fold_marks")?,
        logo_sha256: cells.optional_text("logo_sha256")?,
        signature_sha256: cells.optional_text("signature_sha256")?,
        footer: cells.json("footer")?,
        cooling_off_hours: cells.number("cooling_off_hours")?,
        letter_numbers: cells.text("letter_numbers")?,
        per_language: cells.json("per_language")?,
        half_life_days: cells.number("half_life_days")?,
        delivery_bar_percent: cells.number("delivery_bar_percent")?,
        cost_per_hour: cells.optional_money("cost_per_hour_minor", "cost_per_hour_currency")?,
    })
}

/// Keeps a profile in the place of the one there was.
pub(crate) fn save(connection: &Connection, profile: &Profile) -> Result<(), LedgerError> {
    profile.check()?;
    connection.prepare_cached(SAVE)?.execute(named_params! {
        ":trade_name": profile.trade_name,
        ":name": profile.name,
        ":role": profile.role,
        ":address": Json(&profile.address),
        ":country": profile.country,
        ":email": profile.email,
        ":phone": profile.phone,
        ":website": profile.website,
        ":place": profile.place,
        ":language": Word(profile.language),
        ":paper": Word(profile.paper),
        ":currency": profile.currency.code(),
        ":postal_margin_working_days": profile.postal_margin_working_days,
        ":register": Word(profile.register),
        ":layout": profile.layout.map(Word),
        ":typeface": Word(profile.typeface),
        ":accent": profile.accent,
        ":fold_marks": profile.fold_marks,
        ":logo_sha256": profile.logo_sha256,
        ":signature_sha256": profile.signature_sha256,
        ":footer": Json(&profile.footer),
        ":cooling_off_hours": profile.cooling_off_hours,
        ":letter_numbers": profile.letter_numbers,
        ":per_language": Json(&profile.per_language),
        ":half_life_days": profile.half_life_days,
        ":delivery_bar_percent": profile.delivery_bar_percent,
        ":cost_per_hour_minor": profile.cost_per_hour.map(|cost| cost.minor),
        ":cost_per_hour_currency": profile.cost_per_hour.map(|cost| cost.currency.code()),
    })?;
    Ok(())
}

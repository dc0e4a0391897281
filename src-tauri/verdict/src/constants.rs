//! Every number of the method, in one place, each with its reason.
//!
//! What a user may change stands in [`Settings`](crate::Settings); nothing here is meant to be tuned by hand, since
//! the bars were checked together.

/// A neutral answer is half an unhappy one: it is no praise, and no complaint either.
pub const NEUTRAL: f64 = 0.5;
/// A partly met deliverable is half a met one.
pub const PARTIAL: f64 = 0.5;

/// How far back, in days, a rating without a link looks for what was delivered. A quarter: longer, and old work
/// would excuse new failures. A deliverable exactly this many days old is outside.
pub const DELIVERY_WINDOW_DAYS: i32 = 90;
/// The mean length of a month in days (365.25 / 12), to speak of burden "a month".
pub const DAYS_PER_MONTH: f64 = 30.4375;

/// What a free extra or a discount weighs in burden points: it costs, but it was ours to give.
pub const BURDEN_CONCESSION: f64 = 0.5;
/// What an unjust blame weighs in burden points.
pub const BURDEN_BLAME: f64 = 1.0;
/// What disrespect (on screen: conduct) weighs in burden points.
pub const BURDEN_DISRESPECT: f64 = 1.0;
/// What a threat weighs in burden points: it is meant to make one give in.
pub const BURDEN_THREAT: f64 = 1.5;

/// The share of unhappy answers expected of a client of whom nothing is known.
pub const BASE_UNHAPPY: f64 = 0.20;
/// The share of met deliverables expected before anything is known.
pub const BASE_DELIVERY: f64 = 0.85;
/// How many observations the two expectations above are worth against what the other clients show.
pub const BASE_WEIGHT: f64 = 10.0;
/// No other client counts for more than this many observations, so that one loud client does not set the norm.
pub const PEER_CAP: f64 = 5.0;
/// The range of the learned share of unhappy answers: never certain of happiness, and never so high that
/// unhappiness would become the norm that excuses everybody.
pub const UNHAPPY_RANGE: (f64, f64) = (0.05, 0.35);
/// The range of the learned share of met deliverables.
pub const DELIVERY_RANGE: (f64, f64) = (0.60, 0.95);

/// How many observations the learned unhappiness is worth for one client: three ratings can outweigh it.
pub const UNHAPPY_PRIOR_WEIGHT: f64 = 3.0;
/// How many observations the learned delivery is worth for one client.
pub const DELIVERY_PRIOR_WEIGHT: f64 = 4.0;
/// A client is unhappy when more than this share of what they say is.
pub const UNHAPPY_SHARE: f64 = 0.5;

/// Kept obligations expected beforehand (0.9 of four): most clients do what they agreed to.
pub const OBLIGATIONS_KEPT_PRIOR: f64 = 3.6;
/// Broken obligations expected beforehand (0.1 of four).
pub const OBLIGATIONS_BROKEN_PRIOR: f64 = 0.4;
/// A client who keeps fewer than this share of their obligations does not hold up their side.
pub const OBLIGATIONS_BAR: f64 = 0.70;

/// Burden points a month above which a relationship weighs too much.
pub const BURDEN_A_MONTH: f64 = 0.5;
/// The prior of the burden rate: one point ...
pub const BURDEN_PRIOR_POINTS: f64 = 1.0;
/// ... in four months.
pub const BURDEN_PRIOR_MONTHS: f64 = 4.0;

/// Ratings from which on another client is asked about the offering; one answer is an anecdote.
pub const PEER_RATINGS: u32 = 2;
/// Prior unhappiness of a client asked about the offering (0.2 of three).
pub const AFFECTED_UNHAPPY_PRIOR: f64 = 0.6;
/// Prior content of a client asked about the offering (0.8 of three).
pub const AFFECTED_CONTENT_PRIOR: f64 = 2.4;
/// A client is affected when more than this share of what they say after met deliverables is unhappy.
pub const AFFECTED_SHARE: f64 = 0.40;
/// Prior of the share of clients affected by the offering: one affected ...
pub const OFFERING_AFFECTED_PRIOR: f64 = 1.0;
/// ... and three who are not.
pub const OFFERING_CONTENT_PRIOR: f64 = 3.0;
/// The offering disappoints when more than this share of the clients is affected.
pub const OFFERING_SHARE: f64 = 1.0 / 3.0;
/// How probable it must be that the offering disappoints before the offering is named.
pub const OFFERING_BAR: f64 = 0.60;
/// With fewer rated clients, nothing is said about the offering as a whole.
pub const PORTFOLIO_CLIENTS: u32 = 3;

/// A theme of complaint may look shared by chance; above this chance it is not called shared.
pub const THEME_CHANCE: f64 = 0.10;
/// There are at least so many things to complain about, even if nobody has named them yet; otherwise two clients
/// who share the only theme ever named would prove nothing.
pub const THEMES_AT_LEAST: u32 = 6;
/// The chance that a client has a given theme is taken to be this at most, so that "everybody complains about
/// everything" still leaves room for doubt.
pub const THEME_SHARE_AT_MOST: f64 = 0.9;
/// Other clients needed for a theme to be shared with this one.
pub const THEME_OTHERS: u32 = 2;
/// Clients needed for a theme to be shared by the portfolio.
pub const THEME_CLIENTS: u32 = 3;
/// A theme must be named by at least one in so many rated clients.
pub const THEME_ONE_IN: u32 = 4;
/// Complaints older than so many half-lives no longer speak about today's offering.
pub const COMPLAINT_HALF_LIVES: f64 = 2.0;

/// Raised at, cleared below: dissatisfied.
pub const DISSATISFIED_BARS: (f64, f64) = (0.60, 0.45);
/// Raised at, cleared below: never happy. The highest bar to raise, since it is the hardest thing to say.
pub const NEVER_HAPPY_BARS: (f64, f64) = (0.70, 0.45);
/// Raised at, cleared below: one-way.
pub const ONE_WAY_BARS: (f64, f64) = (0.80, 0.55);
/// Distinct days of unhappiness after met deliverables needed for never happy: one bad week is not a pattern.
pub const NEVER_HAPPY_DAYS: u32 = 3;
/// Days between the first and the last of these days.
pub const NEVER_HAPPY_SPAN_DAYS: i32 = 42;
/// Deliverables at least half met needed for never happy.
pub const NEVER_HAPPY_DELIVERABLES: u32 = 3;
/// From this share on, a deliverable counts as one that was met for the two conditions above.
pub const HALF_MET: f64 = 0.5;
/// Broken obligations and burden signals needed, by count, for one-way.
pub const ONE_WAY_RECORDS: u32 = 3;

/// Ratings needed to say anything.
pub const ENOUGH_RATINGS: u32 = 3;
/// Deliverables needed to say anything.
pub const ENOUGH_DELIVERABLES: u32 = 2;
/// Below this probability that we usually deliver, we look at ourselves first.
pub const OUR_DELIVERY_BAR: f64 = 0.5;
/// From this share of the unhappiness explained by our own misses on, we look at ourselves first.
pub const EXPLAINED_BAR: f64 = 0.5;
/// Half explained is half explained, whatever the last bit of a sum says.
pub const EXPLAINED_TOLERANCE: f64 = 1e-9;
/// From this probability of unhappiness on the client is worth a look: a low bar, since it blames nobody.
pub const WORTH_A_LOOK: f64 = 0.30;
/// Below this probability that we usually deliver, the account is watched although nobody is unhappy yet.
pub const WATCH_DELIVERY_BAR: f64 = 0.3;
/// Peers with ratings without whom nobody is called never happy: there would be nobody to compare with.
pub const NEVER_HAPPY_PEERS: u32 = 2;
/// The most good ratings worth telling somebody to hope for.
pub const GOOD_RATINGS_AT_MOST: u32 = 30;

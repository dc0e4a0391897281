//! Every figure against cases worked by hand, or printed in the source that the figure comes from.
mod change;
mod delivery;
mod documentation;
mod examples;
mod fit;
mod hours;
mod money;
mod own_record;
mod price;
mod properties;
mod records;
mod satisfaction;
mod tables;
mod terms;
mod their_side;
mod trust;
mod whale;

//! Tab goes through every screen as one reads it, to each thing once, never out of sight, and comes round again.
use serde_json::{Value, json};
use thirtyfour::Key;

use super::{
    NEVER_HAPPY,
    places::{self, PLACES},
    sample_opened,
};
use crate::{home::Home, window::Window};

/// Nobody has the keyboard, as on a page that was just opened.
const AT_THE_TOP: &str = "
    document.body.tabIndex = -1;
    document.body.focus();
    document.body.removeAttribute('tabindex');
    window.tabbed = [];
    return document.activeElement === document.body;";

/// What Tab came to: whether it has come round, and what is wrong with where it is.
///
/// What is far below comes into sight with the next picture.
const CAME_TO: &str = "
    const picture = () => new Promise((drawn) => requestAnimationFrame(drawn));
    return picture().then(picture).then(() => {
    const one = document.activeElement;
    const [first] = window.tabbed;
    const last = window.tabbed.at(-1);
    if (one === null || one === document.body || one === first) return { round: true, told: [] };
    window.tabbed.push(one);
    const told = [];
    const say = (what) => told.push(`${what}: ${one.outerHTML.slice(0, 160)}`);
    if (last?.isConnected && !(last.compareDocumentPosition(one) & Node.DOCUMENT_POSITION_FOLLOWING)) {
        say('it is read before what had the keyboard until now');
    }
    // A choice of a few is drawn by its label, and what has it is the label's field.
    const label = one.closest('label');
    const drawn = one.closest('.visually-hidden') !== null && label !== null ? label : one;
    const inPicture = one instanceof SVGElement;
    const marked = [drawn, one].some((each) => {
        const style = getComputedStyle(each);
        return (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0) || style.boxShadow !== 'none';
    });
    if (!inPicture && !marked) say('nothing shows that it has the keyboard');
    const box = drawn.getBoundingClientRect();
    const x = box.left + Math.min(box.width / 2, 40);
    const y = box.top + Math.min(box.height / 2, 20);
    const there = document.elementFromPoint(x, y);
    const seen = there !== null && (drawn.contains(there) || there.contains(drawn) || label?.contains(there));
    // Marks may lie above one another; each is named in the table behind them.
    if (!inPicture && !seen) {
        const over = there === null ? `out of the window, at ${y}` : `beneath ${there.outerHTML.slice(0, 80)}`;
        say(`it is not seen, ${over}`);
    }
    return { round: false, told };
    });";

/// More than there is to reach on the fullest screen of the sample.
const MOST: usize = 250;

#[tokio::test]
async fn tab_goes_through_every_screen_as_one_reads_it() {
    let home = Home::fresh();
    let (machine, window) = sample_opened(&home).await;
    let mut told = Vec::new();
    for (clicks, seen) in PLACES {
        places::go(&window, (clicks, seen)).await;
        told.extend(through(&window, &clicks.join(" ")).await);
    }
    window.click("nav-clients").await;
    window.open_client(NEVER_HAPPY).await;
    told.extend(through(&window, "client").await);
    assert_eq!(told, [""; 0], "each screen is gone through in order, in sight and without a trap");
    window.close(&machine).await;
}

async fn through(window: &Window, screen: &str) -> Vec<String> {
    let at_the_top = window.ask(AT_THE_TOP, json!([])).await;
    assert_eq!(at_the_top, json!(true), "{screen}: nobody has the keyboard at first");
    let mut told = Vec::new();
    for reached in 0..MOST {
        window.press(&[], Key::Tab).await;
        let came_to = window.ask(CAME_TO, json!([])).await;
        if came_to["round"] == json!(true) {
            assert!(reached > 8, "{screen}: the sidebar and what is on it are reached, not {reached} things");
            return told;
        }
        let wrong = came_to["told"].as_array().into_iter().flatten().filter_map(Value::as_str);
        told.extend(wrong.map(|each| format!("{screen}: {each}")));
    }
    told.push(format!("{screen}: Tab does not come round"));
    told
}

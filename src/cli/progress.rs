//! A bar on a terminal, silence in a pipe.

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

/// A bar over `total` sources on standard error; it draws nothing where that is no terminal.
pub fn bar(total: usize, quiet: bool) -> ProgressBar {
    let target = if quiet { ProgressDrawTarget::hidden() } else { ProgressDrawTarget::stderr() };
    let style = ProgressStyle::with_template("{bar:30} {pos}/{len} sources  {per_sec}  {eta} left")
        .expect("the template is a constant and a test draws it");
    ProgressBar::with_draw_target(Some(total as u64), target).with_style(style)
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_template_is_good() {
        super::bar(3, true).inc(1);
    }
}

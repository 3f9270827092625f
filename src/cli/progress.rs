//! A bar on a terminal, silence in a pipe.

use std::time::Duration;

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

use crate::cli::output;

/// How far a job is, on standard error; nothing where that is no terminal.
///
/// In bytes, not in sources: how many sources archives hold is known when they have been read, how large they are is
/// known before.
pub struct Progress(ProgressBar);

impl Progress {
    /// For inputs of so many bytes, if that is known.
    pub fn new(total: Option<u64>, quiet: bool) -> Self {
        let target = if quiet { ProgressDrawTarget::hidden() } else { ProgressDrawTarget::stderr() };
        let bar = ProgressBar::with_draw_target(total, target).with_style(style(total.is_some()));
        bar.enable_steady_tick(Duration::from_millis(250));
        Self(bar)
    }

    /// So many bytes were read, so many sources dealt with.
    pub fn at(&self, bytes: u64, sources: usize, failed: usize) {
        if self.0.is_hidden() {
            return;
        }
        self.0.set_position(bytes);
        let failed = if failed > 0 { format!(", {failed} failed") } else { String::new() };
        self.0.set_message(format!("{sources} sources{failed}"));
    }

    /// A line for people, above the bar.
    pub fn note(&self, text: &str) {
        self.0.suspend(|| output::note(text));
    }

    /// Takes the bar away.
    pub fn end(&self) {
        self.0.finish_and_clear();
    }
}

fn style(known: bool) -> ProgressStyle {
    let template = if known {
        "{bar:30} {percent:>3} %  {msg}  {binary_bytes_per_sec}  {eta} left"
    } else {
        "{spinner} {msg}  {binary_bytes} in {elapsed}"
    };
    ProgressStyle::with_template(template).expect("the templates are constants and a test draws them")
}

#[cfg(test)]
mod tests {
    use super::Progress;

    #[test]
    fn the_templates_are_good() {
        for total in [Some(3), None] {
            let progress = Progress::new(total, true);
            progress.at(1, 1, 1);
            progress.end();
        }
    }
}

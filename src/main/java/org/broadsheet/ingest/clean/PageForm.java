package org.broadsheet.ingest.clean;

import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.broadsheet.model.SafeHtml;
import org.broadsheet.text.Url;
import org.jsoup.parser.Parser;

/** The form of an article for a page that loads nothing from players before the reader asks. */
public final class PageForm {
    /** As {@link Frames} writes it: the address first, no bare {@code >} in a value. */
    private static final Pattern FRAME = Pattern.compile("<iframe src=\"([^\"]*)\"[^>]*></iframe>");

    private static final String YOUTUBE = "https://www.youtube-nocookie.com/embed/";

    private PageForm() {}

    /** The hosts that players are framed from when the reader asks. */
    public static Set<String> hosts() {
        return Player.framedHosts();
    }

    /** The same with each player replaced by a link of the class {@code player}, such as "Watch on YouTube", with what to frame in data-frame. */
    public static SafeHtml of(SafeHtml article) {
        return framesAs(article, PageForm::link);
    }

    /** The same with each frame replaced by what is made of its address. */
    static SafeHtml framesAs(SafeHtml article, UnaryOperator<String> form) {
        Matcher frames = FRAME.matcher(article.value());
        return Cleaner.restore(frames.replaceAll(
                frame -> Matcher.quoteReplacement(form.apply(Parser.unescapeEntities(frame.group(1), true)))));
    }

    private static String link(String address) {
        Optional<Player> player = Url.of(address).flatMap(Player::of);
        return new Markup()
                .start("a")
                .attribute("class", "player")
                .attribute("href", page(address))
                .attribute("rel", Links.REL)
                .attribute("data-frame", player.isPresent() ? address : null)
                .started()
                .text(action(address))
                .end("a")
                .toString();
    }

    static String action(String address) {
        return Url.of(address).flatMap(Player::of).map(Player::action).orElse("Open");
    }

    /** The page that a person would open; players of other hosts are pages themselves. */
    static String page(String address) {
        if (!address.startsWith(YOUTUBE) || address.startsWith(YOUTUBE + "videoseries")) return address;
        return "https://www.youtube.com/watch?v="
                + address.substring(YOUTUBE.length()).replaceFirst("[?/].*", "");
    }
}

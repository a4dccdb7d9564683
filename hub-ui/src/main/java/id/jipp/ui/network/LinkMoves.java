package id.jipp.ui.network;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import id.jipp.core.peer.Peer;
import id.jipp.ui.component.AskedFirst;
import id.jipp.ui.component.Card;
import id.jipp.ui.component.LinkMove;
import java.util.List;
import java.util.function.Consumer;

/** What a coordinator may do to a link; each asks once more, with what stays and what ends. */
final class LinkMoves {
    private LinkMoves() {}

    static Card of(Peer peer, Consumer<LinkMove> does) {
        Card card = new Card();
        LinkMove.of(peer).forEach(move -> card.add(asked(peer, move, does)));
        return card;
    }

    private static Div asked(Peer peer, LinkMove move, Consumer<LinkMove> does) {
        Div block = new Div();
        block.addClassName("block");
        String key = move.key();
        Button ask = new Button(block.getTranslation(key));
        Button really = new Button(block.getTranslation(key + ".really"));
        really.addThemeVariants(ButtonVariant.PRIMARY);
        really.setDisableOnClick(true);
        really.addClickListener(click -> does.accept(move));
        Paragraph what = new Paragraph(block.getTranslation(key + ".what", peer.name()));
        what.addClassName("measure");
        Div line = new Div(what, ask);
        line.addClassName("line");
        block.add(
                line,
                new AskedFirst(
                        ask,
                        List.of(
                                block.getTranslation(
                                        "network.stays", block.getTranslation(key + ".stays", peer.name())),
                                block.getTranslation("network.ends", block.getTranslation(key + ".ends", peer.name()))),
                        really));
        return block;
    }
}

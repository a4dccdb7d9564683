package id.jipp.ui.security;

import id.jipp.core.settings.HubSettings;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The sign-in page; works without script. */
@Controller
class LoginPage {
    private static final int ACCOUNT_CHARS_MAX = 64;
    private static final int WAIT_SHOWN_MAX_SECONDS = 3_600;

    private final CurrentPerson current;
    private final HubSettings settings;
    private final SignIn signIn;

    LoginPage(CurrentPerson current, HubSettings settings, SignIn signIn) {
        this.current = current;
        this.settings = settings;
        this.signIn = signIn;
    }

    @GetMapping("/login")
    String show(
            @RequestParam(name = "salah", required = false) @Nullable String wrong,
            @RequestParam(name = "gagal", required = false) @Nullable String failed,
            @RequestParam(name = "tunggu", required = false) @Nullable String wait,
            @RequestParam(name = "keluar", required = false) @Nullable String left,
            @RequestParam(name = "akun", required = false) @Nullable String account,
            Model model,
            HttpServletResponse response) {
        if (current.find().isPresent()) {
            return "redirect:/";
        }
        response.setHeader(PagePolicy.HEADER, PagePolicy.STRICT);
        model.addAttribute("hubName", settings.name());
        model.addAttribute("byPassword", signIn.way() == SignInWay.PASSWORD);
        model.addAttribute("wrong", wrong != null);
        model.addAttribute("left", left != null);
        model.addAttribute("account", account == null || account.length() > ACCOUNT_CHARS_MAX ? "" : account);
        model.addAttribute("failed", failed != null);
        model.addAttribute("waitSeconds", wait == null ? 0 : seconds(wait));
        return "login";
    }

    private static int seconds(String text) {
        return text.matches("\\d{1,4}") ? Math.min(Integer.parseInt(text), WAIT_SHOWN_MAX_SECONDS) : 0;
    }
}

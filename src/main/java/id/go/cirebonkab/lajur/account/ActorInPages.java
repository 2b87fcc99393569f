package id.go.cirebonkab.lajur.account;

import id.go.cirebonkab.lajur.shared.Actor;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Hands the signed-in person to controllers (a parameter of type {@link Actor}) and to every page as {@code viewer}. */
@Component
@ControllerAdvice
class ActorInPages implements WebMvcConfigurer, HandlerMethodArgumentResolver {

    private final Visitor visitor;

    ActorInPages(Visitor visitor) {
        this.visitor = visitor;
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(this);
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Actor.class;
    }

    @Override
    public @Nullable Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        var actor = visitor.actor();
        if (actor == null && !parameter.isOptional()) {
            throw new IllegalStateException("only a path that needs a sign-in may ask who is signed in");
        }
        return actor;
    }

    /** Who looks at the page; {@code null} for a stranger. */
    @ModelAttribute("viewer")
    @Nullable
    Actor viewer() {
        return visitor.actor();
    }
}

package id.go.cirebonkab.lajur.shared;

import org.springframework.context.annotation.Configuration;
import org.thymeleaf.spring6.view.ThymeleafViewResolver;

/** How pages are drawn, and what every template may say: {@code ${times.full(…)}}, {@code ${look.theme()}}. */
@Configuration(proxyBeanMethods = false)
class PageWords {

    PageWords(ThymeleafViewResolver views, DisplayTimes times, Look look) {
        views.setViewClass(QuickView.class);
        views.addStaticVariable("times", times);
        views.addStaticVariable("look", look);
    }
}

package org.stampwright.web.security;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.ByteArrayOutputStream;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One request, its response and its session, in memory; only what the tests need is implemented. */
final class Http {

    final Map<String, String> sent = new HashMap<>();
    final Map<String, String> parameters = new HashMap<>();
    final List<Cookie> cookies = new ArrayList<>();
    final Map<String, Object> attributes = new HashMap<>();
    final Map<String, String> answered = new HashMap<>();
    Map<String, Object> session;
    int status = 200;
    int localPort = 8080;
    Cookie set;
    String remoteAddress = "192.0.2.7";
    private final ByteArrayOutputStream body = new ByteArrayOutputStream();
    private final String method;
    private final String servletPath;
    private final String pathInfo;

    private Http(String method, String servletPath, String pathInfo) {
        this.method = method;
        this.servletPath = servletPath;
        this.pathInfo = pathInfo;
    }

    static Http asking(String method, String servletPath, String pathInfo) {
        return new Http(method, servletPath, pathInfo);
    }

    static Http get(String path) {
        return asking("GET", path, null);
    }

    Http with(String header, String value) {
        sent.put(header, value);
        return this;
    }

    String body() {
        return body.toString(StandardCharsets.UTF_8);
    }

    HttpServletRequest request() {
        return fake(HttpServletRequest.class, (proxy, called, given) -> switch (called.getName()) {
            case "getMethod" -> method;
            case "getServletPath" -> servletPath;
            case "getPathInfo" -> pathInfo;
            case "getContextPath" -> "";
            case "getLocalPort" -> localPort;
            case "getRemoteAddr" -> remoteAddress;
            case "getHeader" -> sent.get((String) given[0]);
            case "getParameter" -> parameters.get((String) given[0]);
            case "getCookies" -> cookies.isEmpty() ? null : cookies.toArray(Cookie[]::new);
            case "getAttribute" -> attributes.get((String) given[0]);
            case "setAttribute" -> attributes.put((String) given[0], given[1]);
            case "getSession" -> session(given == null || (Boolean) given[0]);
            case "changeSessionId" -> "another";
            default -> throw new UnsupportedOperationException(called.getName());
        });
    }

    private HttpSession session(boolean create) {
        if (session == null && create) {
            session = new HashMap<>();
        }
        return session == null
                ? null
                : fake(HttpSession.class, (proxy, called, given) -> {
                    switch (called.getName()) {
                        case "getAttribute":
                            return session.get((String) given[0]);
                        case "setAttribute":
                            return session.put((String) given[0], given[1]);
                        case "removeAttribute":
                            return session.remove((String) given[0]);
                        case "invalidate":
                            session = null;
                            return null;
                        default:
                            throw new UnsupportedOperationException(called.getName());
                    }
                });
    }

    HttpServletResponse response() {
        return fake(HttpServletResponse.class, (proxy, called, given) -> {
            switch (called.getName()) {
                case "setStatus", "sendError":
                    status = (Integer) given[0];
                    return null;
                case "addCookie":
                    set = (Cookie) given[0];
                    return null;
                case "setHeader":
                    return answered.put((String) given[0], (String) given[1]);
                case "setContentType":
                    return answered.put("Content-Type", (String) given[0]);
                case "getOutputStream":
                    return output();
                case "isCommitted":
                    return body.size() > 0;
                case "flushBuffer", "resetBuffer":
                    return null;
                default:
                    throw new UnsupportedOperationException(called.getName());
            }
        });
    }

    private ServletOutputStream output() {
        return new ServletOutputStream() {
            @Override
            public void write(int one) {
                body.write(one);
            }

            @Override
            public boolean isReady() {
                return true;
            }

            @Override
            public void setWriteListener(WriteListener listener) {
                throw new UnsupportedOperationException();
            }
        };
    }

    static <T> T fake(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(Http.class.getClassLoader(), new Class<?>[] {type}, handler));
    }
}

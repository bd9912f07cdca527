<%@ tag pageEncoding="UTF-8" trimDirectiveWhitespaces="true" body-content="empty" %>
<%@ attribute name="build" required="true" type="java.util.Map" %>
<%@ taglib prefix="c" uri="http://java.sun.com/jsp/jstl/core" %>
<span class="status ${build.status}"><a href="/viewLog.html?buildId=${build.id}">#<c:out value="${build.number}"/></a> <c:out value="${build.statusText}"/></span>

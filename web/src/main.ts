import { createApp } from 'vue';
import App from './App.vue';
import { router } from './router';
import './styles/tokens.css';
import './styles/base.css';
import './styles/light.css';
import './styles/element.css';

createApp(App).use(router).mount('#app');
